import type english from "../en/sound";
import type { Translation } from "../catalogue";

export default {
  volume: "Volumen",
  level: "Volumen de la otra persona",
  silence: "Silenciar a la otra persona",
  silent: "Has silenciado a la otra persona",
  hear: "Volver a oír",
  byDevice: "El volumen de la otra persona se ajusta con los botones de tu dispositivo.",
  pushToTalk: "Pulsar para hablar",
  pushToTalkHint: "Con el micrófono en silencio, mantén pulsada la barra espaciadora para hablar.",
  talking: "Se te oye mientras mantienes pulsada la barra espaciadora",
} satisfies Translation<typeof english>;
