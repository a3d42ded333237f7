import type english from "../en/page";
import type { Translation } from "../catalogue";

export default {
  description: "Conoce a alguien nuevo por vídeo durante cinco minutos.",
  noScript: "Passerby necesita JavaScript para sus videollamadas.",
  skip: "Saltar al contenido",
  language: "Idioma",
} satisfies Translation<typeof english>;
