import type english from "../en/common";
import type { Translation } from "../catalogue";

export default {
  name: "Passerby",
  titled: "{title} · Passerby",
  minutes: "{count, plural, =1 {un minuto} =5 {cinco minutos} one {# minuto} other {# minutos}}",
  seconds: "{count, plural, one {# segundo} other {# segundos}}",
  aSecond: "Suele tardar un segundo.",
  close: "Cerrar",
  details: "Detalles",
  tryAgain: "Intentar de nuevo",
  cancel: "Cancelar",
  optional: "(opcional)",
} satisfies Translation<typeof english>;
