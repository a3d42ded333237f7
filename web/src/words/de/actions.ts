import type english from "../en/actions";
import type { Translation } from "../catalogue";

export default {
  "mint.title": "{tier}-Pass holen",
  "mint.explanation": "Der Pass gehört dir für immer: behalt ihn, verschenk ihn oder verkauf ihn.",
  "mint.value": "{tier}-Pass",
  "mint.doneTitle": "Der {tier}-Pass gehört dir",
  "mint.doneText": "Mit ihm kannst du Menschen treffen, so oft du magst, und er kann noch mehr:",
  "upgrade.title": "Zum {tier}-Pass machen",
  "upgrade.explanation":
    "Dein Pass behält seine Nummer und bekommt ein neues Bild. Du zahlst, was zum Preis fehlt.",
  "upgrade.value": "Der Unterschied",
  "upgrade.doneTitle": "Jetzt ist es ein {tier}-Pass",
  "upgrade.doneText": "Das kann er:",
  "stake.title": "{amount} einzahlen",
  "stake.value": "Deine Einlage",
  "stake.doneTitle": "Deine Einlage ist da",
  "stake.doneText": "Du kannst Menschen treffen, so oft du magst.",
  "stake.warmUp":
    "Noch {length}, dann zählt sie. Ab dann kannst du Menschen treffen, so oft du magst.",
  "unstake.title": "Deine Einlage zurückholen",
  "unstake.explanation":
    "{amount} zählen sofort nicht mehr. Wartezeit bis zur Auszahlung: {length}. Ohne Pass kannst du niemanden treffen, bis du wieder einzahlst.",
  "unstake.doneTitle": "Deine Einlage ist auf dem Rückweg",
  "unstake.doneText": "Wartezeit: {length}. Komm dann wieder und zahl sie aus.",
  "withdraw.title": "{amount} auszahlen",
  "withdraw.explanation": "Die Wartezeit ist um. Es geht direkt in deine Wallet.",
  "withdraw.doneTitle": "Es ist wieder in deiner Wallet",
  "withdraw.doneText": "{amount} sind wieder zu Hause.",
} satisfies Translation<typeof english>;
