import type english from "../en/verification";
import type { Translation } from "../catalogue";

export default {
  entry: "¿Estamos a solas?",
  title: "¿Estáis a solas?",
  explanation:
    "Leeos en voz alta estos seis dibujos, en su orden: si en los dos lados son los mismos, no hay nadie en medio, tampoco Passerby. Si uno solo es distinto, puede que alguien os esté viendo y oyendo.",
  pictures: "Tus seis dibujos",
  match: "Coinciden",
  differ: "Son distintos",
  waiting: "Las dos páginas aún están acordando los dibujos. Suele tardar un segundo.",
  unsupported:
    "La otra página no tiene dibujos para comparar. No se puede saber si hay alguien en medio.",
  confirmed: "Has dicho que coinciden: estáis a solas.",
  theyConfirmed: "La otra persona también lo ha confirmado.",
  onlyTheyConfirmed:
    "La otra persona dice que los dibujos coinciden. Compáralos antes de confirmarlo.",
  mark: "A solas",
} satisfies Translation<typeof english>;
