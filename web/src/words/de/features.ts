import type english from "../en/features";
import type { Translation } from "../catalogue";

export default {
  unlockedBy: "Das gehört zu diesen Pässen: {tiers}.",
  seePasses: "Zu den Pässen",
  "contacts.sentence": "Behalte jemanden, den du mochtest, wenn es beide wollen.",
  "contacts.control": "Behalten, neben dem Bild",
  "recording.sentence":
    "Nimm eine Begegnung auf deine eigene Platte auf, wenn die andere Person zustimmt.",
  "recording.control": "Aufnehmen, im Gespräch",
  "streaming.sentence": "Übertrage dein eigenes Bild live auf die Plattformen, die du nutzt.",
  "streaming.control": "Live gehen, im Gespräch",
  "studio-inputs.sentence":
    "Mische live eine zweite Kamera, deinen Bildschirm und ein Audio-Interface.",
  "studio-inputs.control": "Studio, im Menü einer Begegnung",
  "large-rooms.sentence": "Öffne Räume für acht statt für vier Menschen.",
  "large-rooms.control": "Größe, wenn du einen Raum öffnest",
} satisfies Translation<typeof english>;
