import type english from "../en/common";
import type { Translation } from "../catalogue";

export default {
  name: "Passerby",
  titled: "{title} · Passerby",
  minutes: "{count, plural, =1 {eine Minute} =5 {fünf Minuten} one {# Minute} other {# Minuten}}",
  seconds: "{count, plural, one {# Sekunde} other {# Sekunden}}",
  aSecond: "Das dauert meist nur eine Sekunde.",
  close: "Schließen",
  details: "Einzelheiten",
  tryAgain: "Noch einmal versuchen",
  cancel: "Abbrechen",
  optional: "(freiwillig)",
} satisfies Translation<typeof english>;
