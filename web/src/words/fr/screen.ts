import type english from "../en/screen";
import type { Translation } from "../catalogue";

export default {
  share: "Partager l’écran",
  stop: "Arrêter le partage",
  mine: "Tu partages ton écran",
  theirs: "L’autre partage son écran",
  theirPicture: "Son écran",
  "announce.mine": "Tu partages ton écran. Il est maintenant visible de l’autre côté.",
  "announce.mineEnded": "Tu ne partages plus ton écran.",
  "announce.theirs": "L’autre partage son écran avec toi.",
  "announce.theirsEnded": "L’autre ne partage plus son écran.",
  "problem.system":
    "Ton système ne donne pas l’écran au navigateur. Autorise-le dans les réglages du système, puis réessaie.",
  "problem.unknown": "Ton écran n’a pas pu être partagé. Réessaie.",
  pictureInPicture: "Image dans l’image",
  fullScreen: "Plein écran",
} satisfies Translation<typeof english>;
