import type english from "../en/signin";
import type { Translation } from "../catalogue";

export default {
  connect: "Verbinde deine Wallet",
  which: "Welche ist deine?",
  sayYes: "Öffne {wallet} und sag dort Ja.",
  demo: "Demo-Wallets",
  demoHint: "Spielgeld auf der eigenen Chain dieses Rechners. Alle kennen ihre Schlüssel.",
  none: "Dieser Browser hat noch keine Wallet. Installier eine und komm wieder: Sie taucht hier von selbst auf.",
  find: "Eine Wallet finden",
  unnamed: "Wallet ohne Namen",
  useAnother: "Andere nehmen",
  "step.check": "Prüfen",
  "step.sign": "In der Wallet unterschreiben",
  "step.sent": "Gesendet",
  "step.done": "Fertig",
  stepDone: ", erledigt",
  "status.check": "Der Text zum Unterschreiben wird geholt.",
  "status.sign": "Öffne {wallet} und unterschreib. Es kostet nichts.",
  "status.sent": "Unterschrieben. Der Dienst sieht es sich an.",
  "status.done": "Du bist drin.",
} satisfies Translation<typeof english>;
