import type english from "../en/ending";
import type { Translation } from "../catalogue";

export default {
  again: "Noch einmal?",
  ifBoth: "Wenn ihr beide Ja sagt, habt ihr noch einmal {length}.",
  saidYes: "Du hast Ja gesagt. Jetzt fehlt die andere Antwort…",
  saidNo: "Dann bleibt es bei einem Mal. Das war gut.",
  yes: "Ja, noch einmal",
  no: "Nein, danke",
  meetAnother: "Jemand anderen treffen",
  toLobby: "Zurück zum Anfang",
  "limit.title": "Das war eure Zeit",
  "limit.text": "Alle bekommen gleich viel. Es gibt immer noch eine Straßenecke.",
  "next.title": "Du bist weitergegangen",
  "next.text": "Um die Ecke ist schon jemand anderes.",
  "left.title": "Du bist weitergegangen",
  "left.text": "Um die Ecke ist schon jemand anderes.",
  "failed.title": "Es kam keine Verbindung zustande",
  "failed.text":
    "Ein Netz dazwischen hat das Bild nicht durchgelassen. Niemand ist schuld, und es hat dich nichts gekostet.",
  "peer-next.title": "Die andere Person ist weitergegangen",
  "peer-next.text": "Das passiert auf jeder Straße. Um die Ecke ist schon jemand anderes.",
  "peer-left.title": "Die andere Person hat sich verabschiedet",
  "peer-left.text": "Für heute ist sie gegangen.",
  "peer-lost.title": "Die Verbindung ist abgerissen",
  "peer-lost.text": "Eine der beiden Leitungen wurde still und kam nicht wieder.",
  "reported.title": "Du hast die Person gemeldet",
  "reported.text": "Es ist vorbei, und sie sieht nur, dass du gegangen bist.",
  "blocked.title": "Du hast die Person blockiert",
  "blocked.text": "Es ist vorbei, und sie sieht nur, dass du gegangen bist.",
  "connection-lost.title": "Die Verbindung ist abgerissen",
  "connection-lost.text": "Eine der beiden Leitungen wurde still und kam nicht wieder.",
  "grant-refused.title": "Deine Seite hat aufgelegt",
  "grant-refused.text":
    "Was dieser Dienst für eure gemeinsame Zeit unterschrieben hat, gilt auf der Blockchain nicht. Versuch es noch einmal; passiert es wieder, sag denen Bescheid, die ihn betreiben.",
  "strings-differ.title": "Vielleicht ist jemand dazwischen",
  "strings-differ.text":
    "Eure Bilder waren nicht dieselben, darum hat deine Seite sofort aufgelegt. Jemand unterwegs oder dieser Dienst selbst hat vielleicht zugesehen und zugehört.",
  "strings-differ-there.title": "Die andere Person sah andere Bilder",
  "strings-differ-there.text":
    "Sie sagt, dass eure Bilder nicht dieselben sind, und hat aufgelegt. Jemand unterwegs oder dieser Dienst selbst hat vielleicht zugesehen und zugehört.",
  "identity-broken.title": "Vielleicht ist jemand dazwischen",
  "identity-broken.text":
    "Deine Seite hat selbst bemerkt, dass das andere Ende der Leitung nicht ist, was es zu sein vorgibt, und hat aufgelegt. Jemand unterwegs oder dieser Dienst selbst hat vielleicht zugesehen und zugehört.",
  "declined.title": "Es bleibt bei einem Mal",
  "declined.text": "Eine Seite möchte es dabei belassen. Das war eine ganze Begegnung.",
  "unanswered.title": "Es kam keine Antwort",
  "unanswered.text": "Ohne zweimal Ja bleibt es bei einem Mal.",
  "signed-out.title": "Du bist abgemeldet",
  "signed-out.text": "Melde dich wieder an, um jemanden zu treffen.",
  "going-away.title": "Passerby startet neu",
  "going-away.text": "In ein paar Sekunden ist es wieder da.",
} satisfies Translation<typeof english>;
