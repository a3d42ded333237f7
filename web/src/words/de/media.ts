import type english from "../en/media";
import type { Translation } from "../catalogue";

export default {
  camera: "Kamera",
  microphone: "Mikrofon",
  speaker: "Lautsprecher",
  "camera.numbered": "Kamera {number}",
  "microphone.numbered": "Mikrofon {number}",
  "speaker.numbered": "Lautsprecher {number}",
  noneFound: "Nichts gefunden",
  mute: "Stumm",
  cameraOff: "Kamera aus",
  level: "Mikrofonpegel",
  ownPicture: "Dein Bild",
  "absence.cameraOff": "Deine Kamera ist aus. Man wird dich hören.",
  "absence.off": "Hier wird dein Bild sein.",
  "absence.opening": "Deine Kamera wird geöffnet. Vielleicht fragt dein Browser vorher.",
  "problem.denied":
    "Dein Browser lässt diese Seite nicht an {what, select, camera {die Kamera} microphone {das Mikrofon} other {Kamera und Mikrofon}}. Erlaube es neben der Adresse und versuch es noch einmal.",
  "problem.none":
    "{what, select, camera {Keine Kamera} microphone {Kein Mikrofon} other {Weder Kamera noch Mikrofon}} gefunden. Schließ an, was fehlt; die Seite merkt es.",
  "problem.busy":
    "Ein anderes Programm benutzt {what, select, camera {deine Kamera} microphone {dein Mikrofon} other {deine Kamera und dein Mikrofon}}. Beende es dort und versuch es noch einmal.",
  "problem.insecure":
    "Browser öffnen {what, select, camera {die Kamera} microphone {das Mikrofon} other {Kamera und Mikrofon}} nur auf sicheren Seiten. Öffne diese Seite über https oder auf localhost.",
  "problem.unknown":
    "{what, select, camera {Deine Kamera ist} microphone {Dein Mikrofon ist} other {Deine Kamera und dein Mikrofon sind}} nicht angesprungen. Starte den Browser neu und versuch es noch einmal.",
  "news.replaced":
    "{what, select, camera {Deine Kamera} other {Dein Mikrofon}} ist weg. Jetzt in Gebrauch: {device}.",
  "news.found": "Jetzt in Gebrauch: {device}.",
  "news.kept": "Das ließ sich nicht öffnen. Weiter in Gebrauch: {device}.",
} satisfies Translation<typeof english>;
