import type english from "../en/features";
import type { Translation } from "../catalogue";

export default {
  unlockedBy: "Viene con estos pases: {tiers}.",
  seePasses: "Ver los pases",
  "contacts.sentence": "Conserva a alguien que te gustó, si también quiere conservarte.",
  "contacts.control": "Conservar, junto a su imagen",
  "recording.sentence":
    "Graba un encuentro en tu propio disco, si la otra persona está de acuerdo.",
  "recording.control": "Grabar, en una llamada",
  "streaming.sentence": "Emite tu propia imagen en directo en las plataformas que usas.",
  "streaming.control": "Emitir, en una llamada",
  "studio-inputs.sentence":
    "Mezcla en directo una segunda cámara, tu pantalla y una interfaz de audio.",
  "studio-inputs.control": "Estudio, en el menú de un encuentro",
  "large-rooms.sentence": "Abre salas para ocho personas en lugar de cuatro.",
  "large-rooms.control": "Tamaño, al abrir una sala",
} satisfies Translation<typeof english>;
