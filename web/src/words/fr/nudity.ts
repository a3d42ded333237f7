import type english from "../en/nudity";
import type { Translation } from "../catalogue";

export default {
  region: "Nudité possible",
  checked: "La présence de nudité est vérifiée sur cet appareil, et nulle part ailleurs.",
  unchecked:
    "Ici, la présence de nudité n’est pas vérifiée : la vérification n’a pas pu être chargée.",
  guess: "Une supposition, faite sur cet appareil. Elle peut être fausse, et rien n’en est envoyé.",
  "theirs.suspect": "L’image d’en face montre peut-être de la nudité. Elle vous est cachée.",
  "theirs.eased": "C’est peut-être fini. L’image est encore cachée.",
  "screen.suspect": "L’écran partagé montre peut-être de la nudité. Il vous est caché.",
  "screen.eased": "C’est peut-être fini. L’écran est encore caché.",
  "showTheirs.suspect": "Montrer quand même",
  "showTheirs.eased": "Montrer",
  "own.suspect": "Votre image montre peut-être de la nudité. En face, elle est floue.",
  "own.eased": "Votre image est peut-être convenable maintenant. En face, elle est encore floue.",
  "showOwn.suspect": "L’envoyer nette quand même",
  "showOwn.eased": "L’envoyer nette",
  stay: "Rester flou",
} satisfies Translation<typeof english>;
