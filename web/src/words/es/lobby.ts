import type english from "../en/lobby";
import type { Translation } from "../catalogue";

export default {
  title: "Conoce a alguien nuevo durante {length}",
  encrypted: "Imagen y voz van cifradas de navegador a navegador.",
  blurred:
    "Tu voz se oye desde el principio; tu imagen se ve borrosa hasta que en ambos lados quieran mostrarse.",
  interests: "Algo de lo que te gusta hablar",
  interestsExample: "jazz, trenes nocturnos…",
  interestsFull: "Ocho son suficientes",
  languages: "Idiomas que hablas",
  addLanguage: "Añadir uno",
  languagesFull: "Cuatro son suficientes",
  remove: "Quitar {name}",
  needsEntitlement: "Para conocer a alguien hace falta un depósito activo o un pase.",
  getEntitlement: "Consigue un pase o deposita",
  meet: "Conocer a alguien",
  counting:
    "Tu depósito o tu pase ya está en la blockchain. El servicio lo cuenta en cuanto se confirma: unos bloques, normalmente menos de un minuto.",
  "hint.nothing": "Sin cámara ni micrófono no hay encuentro.",
  "hint.voiceOnly":
    "Puedes encontrarte solo con la voz. La otra persona verá una lámpara en tu lugar.",
  "hint.pictureOnly": "La otra persona te verá, pero no te oirá.",
  looking: "Buscando a alguien",
  lost: "Se ha perdido la conexión. Intentándolo de nuevo…",
  opening: "Abriendo la puerta…",
  others:
    "{count, plural, =0 {Aún no espera nadie más. Quédate un momento.} one {# persona más espera} other {# personas más esperan}}",
  afterFailed: "No se pudo conectar. No te ha costado nada y ahora vas en primer lugar.",
  timeStarts: "El tiempo empieza cuando las dos personas se ven.",
  anyone: "Ahora nadie comparte tus intereses, así que puede ser cualquiera.",
  first:
    "Primero alguien a quien le gusten estos temas: {interests}. Al cabo de un rato, cualquiera.",
  "notice.entitlement-required.title": "Hace falta un depósito o un pase",
  "notice.entitlement-required.text":
    "Ahora no tienes ninguno activo. Consíguelo en la página de pases y vuelve.",
  "notice.chain-unavailable.title": "Ahora no se puede leer la blockchain",
  "notice.chain-unavailable.text":
    "Sin ella no se sabe quién puede entrar. Inténtalo dentro de un minuto.",
  "notice.in-encounter-elsewhere.title": "Ya estás con alguien",
  "notice.in-encounter-elsewhere.text":
    "Otra ventana tuya está esperando o en un encuentro. Sal primero de allí.",
  "notice.too-fast.title": "Eso ha sido un poco rápido",
  "notice.too-fast.text": "Respira y vuelve a intentarlo.",
  "notice.refused.title": "No ha funcionado",
  "notice.refused.text": "Cambia lo que has escrito sobre ti y vuelve a intentarlo.",
} satisfies Translation<typeof english>;
