import type english from "../en/passes";
import type { Translation } from "../catalogue";

export default {
  title: "Dein Weg herein",
  reading: "Pässe und Einlage werden von der Blockchain gelesen",
  readingPictures: "Ihre Bilder werden von der Blockchain geholt",
  twoSeconds: "Ein, zwei Sekunden.",
  open: "Die Tür ist offen: Triff Menschen, so oft du magst.",
  closed:
    "Eins von beidem öffnet die Tür: eine Einlage, die deine bleibt, oder ein Pass, der mehr kann.",
  passes: "Pässe",
  everyPass:
    "Mit jedem Pass kannst du Menschen treffen, so wie mit einer Einlage. Was er noch kann:",
  held: "{count, plural, one {Dein Pass} other {Deine # Pässe}}",
  numbered: "{name} #{number}",
  unknownTier: "Pass",
  yours: "{name}, deiner",
  picture: "Bild von {name}",
  coming: "Kommt bald auf diese Seite",
  makeIt: "Zu {tier} machen · {price}",
  get: "{tier}-Pass holen",
  closedTier: "Nicht mehr im Verkauf",
  soldOut: "Ausverkauft",
  left: "Noch {left} von {supply}",
  good: "Gut",
  stake: "Einlage",
  staked: "{amount} eingezahlt",
  yourStake:
    "Deine Einlage bleibt deine: Geh, wann du willst. Wartezeit, bis sie wieder in deiner Wallet ist: {length}.",
  takeBack: "Meine Einlage zurückholen",
  amount: "Betrag, den du einzahlst, in ETH",
  unit: "ETH",
  doStake: "Einzahlen",
  orMore: "{amount} oder mehr",
  "complaint.malformed": "Schreib einen Betrag in ETH, zum Beispiel {example}.",
  "complaint.tooLittle": "Das Mindeste, was zählt, ist {amount}.",
  cooling: "{amount} warten noch <strong>{length}</strong> auf die Auszahlung.",
  cooled: "{amount} können jetzt zurück in deine Wallet.",
  withdraw: "Auszahlen",
  "standing.belowMinimum":
    "Das Mindeste, was zählt, sind jetzt {least}. Leg {missing} dazu oder hol deine Einlage zurück.",
  "standing.warmingUp": "Noch {length}, dann zählt deine Einlage.",
  "standing.minimumRises":
    "Noch {length}, dann sind {least} das Mindeste, was zählt; deine Einlage öffnet dann keine Begegnungen mehr.",
} satisfies Translation<typeof english>;
