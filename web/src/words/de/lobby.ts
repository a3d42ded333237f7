import type english from "../en/lobby";
import type { Translation } from "../catalogue";

export default {
  title: "Triff einen fremden Menschen für {length}",
  encrypted: "Bild und Ton gehen verschlüsselt von Browser zu Browser.",
  blurred:
    "Man hört dich von Anfang an und sieht dich verschwommen, bis ihr euch beide zeigen möchtet.",
  interests: "Worüber du gern sprichst",
  interestsExample: "Jazz, Nachtzüge…",
  interestsFull: "Acht sind genug",
  languages: "Sprachen, die du sprichst",
  addLanguage: "Eine hinzufügen",
  languagesFull: "Vier sind genug",
  remove: "{name} entfernen",
  needsEntitlement: "Um Fremde zu treffen, brauchst du eine aktive Einlage oder einen Pass.",
  getEntitlement: "Pass holen oder einzahlen",
  meet: "Treffen",
  counting:
    "Deine Einlage oder dein Pass steht auf der Blockchain. Der Dienst zählt sie, sobald sie bestätigt ist: ein paar Blöcke, meist weniger als eine Minute.",
  "hint.nothing": "Ohne Kamera und Mikrofon gibt es kein Treffen.",
  "hint.voiceOnly":
    "Du kannst auch nur mit deiner Stimme kommen. Man sieht dann eine Lampe statt dir.",
  "hint.pictureOnly": "Man wird dich sehen, aber nicht hören.",
  looking: "Es wird jemand gesucht",
  lost: "Die Verbindung ist weg. Es wird weiter versucht…",
  opening: "Die Tür geht auf…",
  others:
    "{count, plural, =0 {Noch wartet niemand sonst. Bleib einen Moment.} one {# Person wartet noch} other {# andere warten}}",
  afterFailed:
    "Es kam keine Verbindung zustande. Es hat dich nichts gekostet, und du bist jetzt als Erstes dran.",
  timeStarts: "Die Zeit läuft erst, wenn ihr euch seht.",
  anyone: "Gerade teilt niemand deine Interessen, also kann es irgendwer sein.",
  first: "Zuerst jemand, der das mag: {interests}. Nach einer Weile irgendwer.",
  "notice.entitlement-required.title": "Dafür brauchst du eine Einlage oder einen Pass",
  "notice.entitlement-required.text":
    "Du hast gerade nichts Aktives. Hol dir etwas auf der Seite mit den Pässen und komm wieder.",
  "notice.chain-unavailable.title": "Die Blockchain ist gerade nicht lesbar",
  "notice.chain-unavailable.text":
    "Ohne sie weiß niemand, wer sich treffen darf. Versuch es in einer Minute noch einmal.",
  "notice.in-encounter-elsewhere.title": "Du triffst schon jemanden",
  "notice.in-encounter-elsewhere.text":
    "Ein anderes Fenster von dir wartet oder ist in einer Begegnung. Geh dort zuerst hinaus.",
  "notice.too-fast.title": "Das war ein bisschen schnell",
  "notice.too-fast.text": "Atme durch und versuch es noch einmal.",
  "notice.refused.title": "Das hat nicht geklappt",
  "notice.refused.text": "Ändere, was du über dich geschrieben hast, und versuch es noch einmal.",
} satisfies Translation<typeof english>;
