import type english from "../en/streaming";
import type { Translation } from "../catalogue";

export default {
  title: "Übertragung",
  control: "Live gehen",
  opening: "Die Übertragung wird vorbereitet…",
  locked: "Live übertragen geht mit einem Pass.",
  where: "Wohin",
  "where.youtube": "YouTube",
  "where.twitch": "Twitch",
  "where.facebook": "Facebook",
  "where.rtmp": "Eine andere Adresse (RTMP)",
  "where.whip": "Eine andere Adresse (WHIP)",
  noRtmp: "Von hier wird nur an WHIP-Adressen übertragen.",
  address: "Adresse",
  "address.rtmp": "rtmps://…",
  "address.whip": "https://…",
  key: "Streamschlüssel",
  token: "Token, falls du eines bekommen hast",
  "key.hint":
    "Aus deinem Konto bei der Plattform. Er gilt nur für diese Übertragung und wird nirgends aufbewahrt.",
  "problem.address":
    "Das ist keine Adresse zum Übertragen. Sie beginnt mit rtmps:// oder rtmp://, ohne den Schlüssel.",
  "problem.whip-address": "Das ist keine WHIP-Adresse. Sie beginnt mit https://.",
  "problem.key":
    "Der Schlüssel fehlt, oder es steht etwas darin, das nicht hineingehört. Kopiere ihn noch einmal.",
  who: "Wer zu sehen ist",
  "who.both": "Ihr beide",
  "who.own": "Nur du",
  "hint.both":
    "Die andere Person wird zuerst gefragt. Sie sieht es die ganze Zeit und kann es jederzeit zurücknehmen.",
  "hint.own":
    "Nur, was deines ist: dein Bild, deine Stimme, ein geteilter Bildschirm. Dafür muss niemand gefragt werden.",
  start: "Live gehen",
  ask: "Fragen",
  pending: "Du hast gefragt, ob du die andere Person übertragen darfst.",
  withdraw: "Doch nicht",
  askAgain: "Noch einmal fragen",
  starting: "Gleich bist du live…",
  finishing: "Die Übertragung wird beendet…",
  "on.both": "Du überträgst euch beide.",
  "on.own": "Du überträgst nur dich.",
  "on.veiled": "Zurückgenommen: In deiner Übertragung ist die andere Person unscharf und stumm.",
  rate: "Live, {kilobits} kbit/s",
  "line.connecting": "Verbindung zur Plattform…",
  "line.live": "Live",
  "line.congested": "Live, aber deine Leitung ist gerade zu langsam",
  "line.reconnecting": "Die Plattform ist weg. Neuer Versuch…",
  stop: "Übertragung beenden",
  dismiss: "Gut",
  "ended.stopped": "Deine Übertragung ist beendet.",
  "ended.round-over": "Deine Übertragung ist mit der Begegnung zu Ende gegangen.",
  "ended.pass-lost": "Dein Pass schaltet die Übertragung nicht mehr frei, deshalb ist sie zu Ende.",
  "ended.declined": "Die andere Person möchte lieber nicht übertragen werden.",
  "ended.unable": "Gerade kann niemand gefragt werden. Versuch es gleich noch einmal.",
  "ended.silent": "Die Seite der anderen Person antwortet nicht, sie kann nicht gefragt werden.",
  "ended.bad-address":
    "An diese Adresse kann von hier niemand übertragen. Prüfe sie und versuch es noch einmal.",
  "ended.forbidden-address":
    "Diese Adresse liegt nicht im offenen Internet, deshalb wird nicht an sie übertragen.",
  "ended.unreachable":
    "Die Plattform antwortet nicht. Prüfe die Adresse und versuch es noch einmal.",
  "ended.key-refused":
    "Die Plattform hat die Übertragung nicht angenommen. Prüfe den Schlüssel und versuch es noch einmal.",
  "ended.lost": "Die Plattform war zu lange weg, deshalb ist deine Übertragung zu Ende.",
  "ended.too-slow": "Deine Leitung war zu lange zu langsam, deshalb ist deine Übertragung zu Ende.",
  "ended.already-streaming": "Du überträgst schon, in einem anderen Fenster.",
  "ended.busy":
    "Für eine weitere Übertragung ist gerade kein Platz. Versuch es in einer Minute noch einmal.",
  "ended.unavailable": "Von hier kann gerade nicht übertragen werden. Versuch es später.",
  "ended.unsupported":
    "Dein Browser kann dorthin nicht übertragen. Versuch es mit WHIP oder einem anderen Browser.",
  "ended.failed":
    "Etwas ist schiefgegangen, deine Übertragung ist zu Ende. Versuch es noch einmal.",
  asked:
    "Die andere Person möchte dich live übertragen, für alle, die zusehen: dein Bild, deine Stimme und den Bildschirm, den du teilst.",
  give: "Erlauben",
  refuse: "Nein",
  given: "Du wirst live übertragen.",
  takeBack: "Zurücknehmen",
  takenBack: "In der Übertragung bist du ab jetzt unscharf und stumm.",
} satisfies Translation<typeof english>;
