import type english from "../en/common";
import type { Translation } from "../catalogue";

export default {
  name: "Passerby",
  titled: "{title} · Passerby",
  minutes: "{count, plural, =1 {une minute} =5 {cinq minutes} one {# minute} other {# minutes}}",
  seconds: "{count, plural, one {# seconde} other {# secondes}}",
  aSecond: "Cela prend en général une seconde.",
  close: "Fermer",
  details: "Détails",
  tryAgain: "Réessayer",
  cancel: "Annuler",
  optional: "(facultatif)",
} satisfies Translation<typeof english>;
