import type english from "../en/media";
import type { Translation } from "../catalogue";

export default {
  camera: "Caméra",
  microphone: "Micro",
  speaker: "Haut-parleur",
  "camera.numbered": "Caméra {number}",
  "microphone.numbered": "Micro {number}",
  "speaker.numbered": "Haut-parleur {number}",
  noneFound: "Rien trouvé",
  mute: "Muet",
  cameraOff: "Sans caméra",
  level: "Niveau du micro",
  ownPicture: "Ton image",
  "absence.cameraOff": "Ta caméra est coupée. L’autre t’entendra.",
  "absence.off": "Ici, il y aura ton image.",
  "absence.opening": "Ouverture de ta caméra. Ton navigateur te demandera peut-être d’abord.",
  "problem.denied":
    "Ton navigateur ne laisse pas cette page utiliser {what, select, camera {la caméra} microphone {le micro} other {la caméra ni le micro}}. Autorise-la à côté de l’adresse, puis réessaie.",
  "problem.none":
    "{what, select, camera {Aucune caméra trouvée} microphone {Aucun micro trouvé} other {Ni caméra ni micro trouvés}}. Branche ce qui manque ; la page le verra.",
  "problem.busy":
    "Une autre application utilise {what, select, camera {ta caméra} microphone {ton micro} other {ta caméra et ton micro}}. Ferme-la, puis réessaie.",
  "problem.insecure":
    "Les navigateurs n’ouvrent {what, select, camera {la caméra} microphone {le micro} other {la caméra et le micro}} que sur des pages sûres. Ouvre cette page en https ou sur localhost.",
  "problem.unknown":
    "{what, select, camera {Ta caméra n’a pas démarré} microphone {Ton micro n’a pas démarré} other {Ta caméra et ton micro n’ont pas démarré}}. Redémarre le navigateur, puis réessaie.",
  "news.replaced":
    "{what, select, camera {Ta caméra} other {Ton micro}} n’est plus là. Maintenant utilisé : {device}.",
  "news.found": "Maintenant utilisé : {device}.",
  "news.kept": "Cet appareil ne s’est pas ouvert. Toujours utilisé : {device}.",
} satisfies Translation<typeof english>;
