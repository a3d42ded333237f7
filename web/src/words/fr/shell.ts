import type english from "../en/shell";
import type { Translation } from "../catalogue";

export default {
  opening: "Ouverture de Passerby",
  lookingForSession: "Recherche de ta session",
  openingPasses: "Ouverture de tes pass",
  readingLimit: "Lecture, sur la blockchain, de la durée d’une rencontre",
  unreachable: "Personne ne répond",
  places: "Lieux",
  meet: "Rencontre",
  contacts: "Contacts",
  passes: "Pass",
  recordings: "Enregistrements",
  wallet: "Ton portefeuille",
  walletName: "Portefeuille",
  notConnected: "Non connecté",
  holds: "Contient",
  network: "Réseau",
  address: "Adresse",
  signedInUntil: "Session ouverte jusqu’au",
  signOut: "Se déconnecter",
  "accountChanged.title": "Ton portefeuille affiche un autre compte",
  "accountChanged.text":
    "Ta session était ouverte avec un compte et ton portefeuille est passé à {account} : ta session est donc fermée.",
  "accountChanged.button": "Se connecter avec {account}",
  "expired.title": "Ta session est fermée",
  "expired.text": "Ta session est finie. Reconnecte-toi quand tu veux.",
  "expired.button": "Se reconnecter",
} satisfies Translation<typeof english>;
