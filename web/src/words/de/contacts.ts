import type english from "../en/contacts";
import type { Translation } from "../catalogue";

export default {
  title: "Kontakte",
  lead: "Menschen, die du behältst und die dich behalten. Niemand sonst kann diese Liste lesen, auch der Dienst nicht.",
  keep: "Behalten",
  "keep.title": "Einander behalten",
  "keep.how":
    "Wenn ihr beide während der Begegnung auf „Behalten“ tippt, habt ihr einander als Kontakt. Tut es nur eine Seite, erfährt die andere nie davon.",
  "keep.button": "Diese Person behalten",
  "keep.wanted":
    "Du würdest diese Person gern behalten. Will sie es auch, erfahrt ihr es beide in wenigen Sekunden: Bleib so lange. Wenn nicht, erfährt sie nie davon.",
  "keep.unanswered":
    "Du hättest diese Person gern behalten. Bis ihr auseinandergingt, hatte sich nicht gezeigt, dass sie es auch will.",
  "keep.forget": "Zurücknehmen",
  "keep.both": "Ihr behaltet einander jetzt.",
  "keep.name": "Gib ihr einen Namen, damit du sie wiedererkennst. Nur du siehst ihn.",
  "keep.already": "Ihr behaltet einander schon.",
  "keep.saving": "Wird behalten …",
  "keep.failed": "Diese Person steht noch nicht in deiner Liste.",
  "keep.again": "Noch einmal versuchen",
  "keep.open": "Öffne zuerst deine Kontakte: Den Schlüssel hat deine Wallet.",
  "keep.show": "Namen geben",
  unnamed: "Jemand vom {date}",
  name: "Name",
  note: "Notiz",
  visible: "Darf sehen, wann du da bist",
  visibleMeans: "Nur dann kann dich diese Person anrufen.",
  save: "Speichern",
  saved: "Gespeichert",
  edit: "Ändern",
  "edit.named": "{name} ändern",
  call: "Anrufen",
  "call.named": "{name} anrufen",
  remove: "Entfernen",
  "remove.named": "{name} entfernen",
  "remove.question":
    "Keiner von euch sieht mehr, wann der andere da ist, und ihr könnt einander nicht anrufen. Der andere erfährt nichts davon. Um euch wieder zu behalten, müsstet ihr euch zufällig treffen.",
  online: "Gerade da",
  offline: "Nicht da",
  since: "Seit {date}",
  missed: "Hat um {time} angerufen",
  "missed.count": "{count, plural, one {Ein verpasster Anruf} other {# verpasste Anrufe}}",
  empty:
    "Noch niemand. Wenn du jemanden magst, tippe neben dem Bild auf „Behalten“: Tippt die Person es auch, steht sie hier.",
  unreadable:
    "{count, plural, one {Ein Eintrag ist mit einem anderen Schlüssel versiegelt und lässt sich nicht öffnen.} other {# Einträge sind mit einem anderen Schlüssel versiegelt und lassen sich nicht öffnen.}}",
  "unreadable.remove": "{count, plural, one {Entfernen} other {Alle entfernen}}",
  "unreadable.question":
    "{count, plural, one {Der Eintrag wird für immer entfernt: Kein Schlüssel bringt ihn zurück.} other {# Einträge werden für immer entfernt: Kein Schlüssel bringt sie zurück.}}",
  unsaved:
    "{count, plural, one {Eine Person, die du jetzt behältst, steht noch nicht in deiner Liste. Lass diese Seite offen: Es wird noch einmal versucht.} other {# Personen, die du jetzt behältst, stehen noch nicht in deiner Liste. Lass diese Seite offen: Es wird noch einmal versucht.}}",
  findable: "Kontakte sehen, dass ich da bin",
  findableMeans:
    "Solange diese Seite in diesem Browser offen ist, sehen alle, denen du es erlaubst, dass du da bist, und können dich anrufen.",
  locked: "Menschen behalten und anrufen geht mit einem Pass.",
  "vault.text":
    "Deine Liste ist mit einem Schlüssel versiegelt, den nur deine Wallet machen kann. Lass sie unterschreiben, und die Liste öffnet sich in diesem Browser. Es kostet nichts.",
  "vault.open": "Meine Kontakte öffnen",
  "vault.reading": "Deine Kontakte werden geöffnet",
  "vault.sign.only": "Unterschreibe in deiner Wallet: Daraus wird der Schlüssel.",
  "vault.sign.first":
    "Unterschreibe in deiner Wallet: Daraus wird der Schlüssel. Beim ersten Mal wirst du zweimal gefragt.",
  "vault.sign.second":
    "Noch einmal: Beide Unterschriften müssen gleich sein, sonst kämst du nicht wieder hinein.",
  "vault.phrase.title": "Deine Wallet braucht zwölf Wörter",
  "vault.phrase.text":
    "Deine Wallet gibt keine Unterschrift, die ein Schlüssel sein kann. Stattdessen sind es diese zwölf Wörter. Schreib sie auf: Niemand kann sie dir noch einmal geben.",
  "vault.phrase.named":
    "{wallet} gibt keine Unterschrift, die ein Schlüssel sein kann. Stattdessen sind es diese zwölf Wörter. Schreib sie auf: Niemand kann sie dir noch einmal geben.",
  "vault.phrase.kept": "Ich habe sie aufgeschrieben",
  "vault.phrase.ask":
    "Deine Liste ist mit zwölf Wörtern versiegelt oder mit der Unterschrift einer anderen Wallet. Gib die Wörter ein, die du aufgeschrieben hast.",
  "vault.phrase.words": "Zwölf Wörter",
  "vault.phrase.wrong":
    "Das sind nicht die Wörter. Such nach einem Tippfehler und achte auf die Reihenfolge.",
  "vault.phrase.use": "Mit diesen Wörtern öffnen",
  "vault.phrase.lost": "Ich habe sie nicht: neu anfangen",
  "vault.startOver.title": "Neu anfangen?",
  "vault.startOver.text":
    "{count, plural, one {Ein versiegelter Eintrag wird für immer entfernt. Niemand kann ihn zurückbringen, und deine Liste beginnt von vorn.} other {# versiegelte Einträge werden für immer entfernt. Niemand kann sie zurückbringen, und deine Liste beginnt von vorn.}}",
  "vault.startOver.button":
    "{count, plural, one {Entfernen und neu anfangen} other {Alle entfernen und neu anfangen}}",
  export: "In eine Datei sichern",
  "export.title": "Deine Kontakte in einer Datei",
  "export.text":
    "Die Datei öffnet sich nur mit diesen zwölf Wörtern. Sie stehen nicht darin: Schreib sie auf und bewahre beides getrennt. Wer beides hat, kann sich bei deinen Kontakten für dich ausgeben.",
  "export.download": "Datei herunterladen",
  import: "Aus einer Datei übernehmen",
  "import.text":
    "Wähle eine Datei mit Kontakten, die du gesichert hast, und gib ihre zwölf Wörter ein.",
  "import.file": "Datei",
  "import.unreadable": "Das ist keine Datei mit Kontakten.",
  "import.done":
    "{added, plural, =0 {Niemand Neues war darin.} one {Ein Kontakt kam dazu.} other {# Kontakte kamen dazu.}}",
  failed: "Das hat nicht geklappt. Prüfe deine Verbindung und versuch es noch einmal.",
  "failed.feature": "Die Liste ändern geht mit einem Pass, der Kontakte freischaltet.",
  "failed.full": "Deine Liste ist voll: Sie fasst fünfhundert. Entferne zuerst jemanden.",
  calling: "Anruf bei {name}",
  "calling.rings": "Dort klingelt es.",
  hangUp: "Auflegen",
  ringing: "{name} ruft dich an",
  "ringing.waiting": "Wenn du annimmst, wartest du nicht weiter auf jemand Fremden.",
  accept: "Annehmen",
  decline: "Ablehnen",
  joining: "Ihr werdet verbunden.",
  with: "Du triffst {name}",
  "over.unavailable": "{name} ist nicht mehr da.",
  "over.busy": "{name} spricht gerade mit jemandem.",
  "over.declined": "{name} kann gerade nicht sprechen.",
  "over.missed": "{name} hat nicht geantwortet.",
  "over.refused": "Du kannst gerade niemanden anrufen.",
  "over.refused.feature": "Anrufen geht mit einem Pass, der Kontakte freischaltet.",
  "over.refused.entitlement": "Für eine Begegnung brauchst du eine aktive Einlage oder einen Pass.",
  "over.refused.fast": "Du hast sehr oft angerufen. Warte eine Minute.",
  "over.failed": "Ihr konntet nicht zusammengebracht werden.",
  "over.lost": "Die Verbindung ging verloren. Versuch es gleich noch einmal.",
  "over.theirs.missed": "Du hast einen Anruf von {name} verpasst.",
  "over.theirs.ended": "{name} hat aufgelegt.",
} satisfies Translation<typeof english>;
