import type english from "../en/sound";
import type { Translation } from "../catalogue";

export default {
  volume: "Lautstärke",
  level: "Wie laut die andere Person ist",
  silence: "Andere Person stumm schalten",
  silent: "Du hast die andere Person stumm geschaltet",
  hear: "Wieder hören",
  byDevice: "Wie laut die andere Person ist, bestimmen die Tasten deines Geräts.",
  pushToTalk: "Sprechen auf Tastendruck",
  pushToTalkHint: "Wenn du stumm bist: Halte zum Sprechen die Leertaste gedrückt.",
  talking: "Man hört dich, solange du die Leertaste hältst",
} satisfies Translation<typeof english>;
