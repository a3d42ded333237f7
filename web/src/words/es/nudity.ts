import type english from "../en/nudity";
import type { Translation } from "../catalogue";

export default {
  region: "Posible desnudez",
  checked:
    "En este dispositivo, y en ningún otro sitio, se comprueba si la imagen muestra desnudez.",
  unchecked:
    "Aquí no se comprueba si la imagen muestra desnudez: no se pudo cargar la comprobación.",
  guess:
    "Es una suposición hecha en este dispositivo. Puede estar equivocada, y nada de ella se envía.",
  "theirs.suspect": "Es posible que su imagen muestre desnudez. Está oculta para ti.",
  "theirs.eased": "Puede que ya haya pasado. La imagen sigue oculta.",
  "screen.suspect": "Es posible que su pantalla muestre desnudez. Está oculta para ti.",
  "screen.eased": "Puede que ya haya pasado. La pantalla sigue oculta.",
  "showTheirs.suspect": "Mostrar de todos modos",
  "showTheirs.eased": "Mostrar",
  "own.suspect": "Es posible que tu imagen muestre desnudez. Al otro lado se ve borrosa.",
  "own.eased": "Puede que tu imagen ya esté bien. Al otro lado aún se ve borrosa.",
  "showOwn.suspect": "Enviarla nítida de todos modos",
  "showOwn.eased": "Enviarla nítida",
  stay: "Seguir en borroso",
} satisfies Translation<typeof english>;
