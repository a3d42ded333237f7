import type english from "../en/veil";
import type { Translation } from "../catalogue";

export default {
  region: "Sichtbar sein",
  veiled: "Ihr seht euch verschwommen. Zu hören bist du schon.",
  asked: "Dein Gegenüber möchte sich zeigen. Und du?",
  waiting: "Du bist bereit. Klar seht ihr euch, sobald dein Gegenüber es auch ist.",
  show: "Mich zeigen",
  takeBack: "Doch nicht",
  blurBoth: "Beide verschwommen",
  ownTile: "So sieht man dich",
  theirsHeld: "Das Bild drüben ist von der eigenen Seite verschwommen gemacht worden.",
  "announce.veiled":
    "Ihr seht euch verschwommen, bis ihr euch beide zeigen möchtet. Zu hören bist du schon.",
  "announce.veiledAgain": "Ihr seht euch beide wieder verschwommen.",
  "announce.asked": "Dein Gegenüber möchte sich zeigen. Und du?",
  "announce.waiting": "Du bist bereit, dich zu zeigen. Dein Gegenüber noch nicht.",
  "announce.clear": "Ihr seht euch jetzt klar.",
} satisfies Translation<typeof english>;
