import type english from "../en/screen";
import type { Translation } from "../catalogue";

export default {
  share: "Compartir pantalla",
  stop: "Dejar de compartir",
  mine: "Estás compartiendo tu pantalla",
  theirs: "La otra persona comparte su pantalla",
  theirPicture: "Su pantalla",
  "announce.mine": "Estás compartiendo tu pantalla. Ya se ve al otro lado.",
  "announce.mineEnded": "Ya no compartes tu pantalla.",
  "announce.theirs": "La otra persona comparte su pantalla contigo.",
  "announce.theirsEnded": "La otra persona ya no comparte su pantalla.",
  "problem.system":
    "Tu sistema no deja ver la pantalla al navegador. Permítelo en los ajustes del sistema e inténtalo de nuevo.",
  "problem.unknown": "No se pudo compartir tu pantalla. Inténtalo de nuevo.",
  pictureInPicture: "Imagen en imagen",
  fullScreen: "Pantalla completa",
} satisfies Translation<typeof english>;
