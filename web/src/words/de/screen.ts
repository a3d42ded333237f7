import type english from "../en/screen";
import type { Translation } from "../catalogue";

export default {
  share: "Bildschirm teilen",
  stop: "Nicht mehr teilen",
  mine: "Du teilst deinen Bildschirm",
  theirs: "Ein Bildschirm wird mit dir geteilt",
  theirPicture: "Bildschirm der anderen Person",
  "announce.mine": "Du teilst deinen Bildschirm. Er ist jetzt drüben zu sehen.",
  "announce.mineEnded": "Du teilst deinen Bildschirm nicht mehr.",
  "announce.theirs": "Jetzt wird ein Bildschirm mit dir geteilt.",
  "announce.theirsEnded": "Es wird kein Bildschirm mehr mit dir geteilt.",
  "problem.system":
    "Dein System gibt dem Browser den Bildschirm nicht. Erlaube es in den Einstellungen des Systems und versuche es noch einmal.",
  "problem.unknown": "Dein Bildschirm ließ sich nicht teilen. Versuche es noch einmal.",
  pictureInPicture: "Bild im Bild",
  fullScreen: "Vollbild",
} satisfies Translation<typeof english>;
