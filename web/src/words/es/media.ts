import type english from "../en/media";
import type { Translation } from "../catalogue";

export default {
  camera: "Cámara",
  microphone: "Micrófono",
  speaker: "Altavoz",
  "camera.numbered": "Cámara {number}",
  "microphone.numbered": "Micrófono {number}",
  "speaker.numbered": "Altavoz {number}",
  noneFound: "No se encuentra",
  mute: "Silenciar",
  cameraOff: "Sin cámara",
  level: "Nivel del micrófono",
  ownPicture: "Tu imagen",
  "absence.cameraOff": "Tu cámara está apagada. La otra persona te oirá.",
  "absence.off": "Aquí estará tu imagen.",
  "absence.opening": "Abriendo tu cámara. Puede que el navegador te pregunte antes.",
  "problem.denied":
    "Tu navegador no deja que esta página use {what, select, camera {la cámara} microphone {el micrófono} other {la cámara y el micrófono}}. Permítelo junto a la dirección y vuelve a intentarlo.",
  "problem.none":
    "{what, select, camera {No se encuentra ninguna cámara} microphone {No se encuentra ningún micrófono} other {No se encuentra ni cámara ni micrófono}}. Conecta lo que falta; la página lo notará.",
  "problem.busy":
    "Otra aplicación está usando {what, select, camera {tu cámara} microphone {tu micrófono} other {tu cámara y tu micrófono}}. Ciérrala y vuelve a intentarlo.",
  "problem.insecure":
    "Los navegadores solo abren {what, select, camera {la cámara} microphone {el micrófono} other {la cámara y el micrófono}} en páginas seguras. Abre esta página con https o en localhost.",
  "problem.unknown":
    "{what, select, camera {Tu cámara no ha arrancado} microphone {Tu micrófono no ha arrancado} other {Tu cámara y tu micrófono no han arrancado}}. Reinicia el navegador y vuelve a intentarlo.",
  "news.replaced":
    "{what, select, camera {Tu cámara} other {Tu micrófono}} ya no está. Ahora se usa: {device}.",
  "news.found": "Ahora se usa: {device}.",
  "news.kept": "Ese dispositivo no se abrió. Se sigue usando: {device}.",
} satisfies Translation<typeof english>;
