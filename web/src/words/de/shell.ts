import type english from "../en/shell";
import type { Translation } from "../catalogue";

export default {
  opening: "Passerby wird geöffnet",
  lookingForSession: "Deine Anmeldung wird gesucht",
  openingPasses: "Deine Pässe werden geöffnet",
  readingLimit: "Auf der Blockchain wird nachgesehen, wie lang eine Begegnung dauern darf",
  unreachable: "Niemand antwortet",
  places: "Orte",
  meet: "Treffen",
  contacts: "Kontakte",
  passes: "Pässe",
  recordings: "Aufnahmen",
  wallet: "Deine Wallet",
  walletName: "Wallet",
  notConnected: "Nicht verbunden",
  holds: "Enthält",
  network: "Netz",
  address: "Adresse",
  signedInUntil: "Angemeldet bis",
  signOut: "Abmelden",
  "accountChanged.title": "Deine Wallet zeigt ein anderes Konto",
  "accountChanged.text":
    "Du warst mit einem Konto angemeldet und deine Wallet ist zu {account} gewechselt. Deshalb bist du abgemeldet.",
  "accountChanged.button": "Als {account} anmelden",
  "expired.title": "Du bist abgemeldet",
  "expired.text": "Deine Anmeldung ist abgelaufen. Melde dich wieder an, wann immer du magst.",
  "expired.button": "Wieder anmelden",
} satisfies Translation<typeof english>;
