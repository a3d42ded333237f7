import type english from "../en/verification";
import type { Translation } from "../catalogue";

export default {
  entry: "Nur wir zwei?",
  title: "Seid ihr unter euch?",
  explanation:
    "Lest euch diese sechs Bilder der Reihe nach vor: Habt ihr beide dieselben, dann ist niemand dazwischen, auch Passerby nicht. Weicht auch nur eines ab, sieht und hört vielleicht jemand mit.",
  pictures: "Deine sechs Bilder",
  match: "Sie stimmen überein",
  differ: "Sie sind verschieden",
  waiting: "Eure Seiten einigen sich noch auf die Bilder. Das dauert meist nur eine Sekunde.",
  unsupported:
    "Die andere Seite hat keine Bilder zum Vergleichen. Niemand kann sagen, ob jemand dazwischen ist.",
  confirmed: "Du hast gesagt, dass sie übereinstimmen: Ihr seid unter euch.",
  theyConfirmed: "Die andere Person hat es auch bestätigt.",
  onlyTheyConfirmed:
    "Die andere Person sagt, dass die Bilder übereinstimmen. Vergleiche selbst, bevor du es bestätigst.",
  mark: "Unter euch",
} satisfies Translation<typeof english>;
