import type english from "../en/trouble";
import type { Translation } from "../catalogue";

export default {
  weak: "Die Verbindung ist schwach. Sie wird neu aufgebaut…",
  stalled: "Das andere Bild steht. Die Verbindung wird neu aufgebaut…",
  waiting: "Das andere Bild steht. Die Uhr auch. Die Verbindung wird neu aufgebaut…",
  unseen: "Von dir kommt dort nichts an. Die Uhr steht. Die Verbindung wird neu aufgebaut…",
  pauseLeft: "höchstens {time}",
  line: "Passerby ist nicht erreichbar. Es wird weiter versucht. Eure gemeinsame Zeit läuft weiter.",
  restarting: "Passerby startet neu. Eure gemeinsame Zeit läuft weiter.",
  unserved:
    "Passerby hat euch aus den Augen verloren. Diese Runde geht weiter, nach einer weiteren kann es nicht fragen.",
  away: "Drüben ist Passerby gerade nicht erreichbar. Ihr beide erreicht euch weiterhin.",
  gone: "Drüben fehlt gerade das Netz. Für die Rückkehr bleibt eine halbe Minute.",
  over: "Alles läuft wieder.",
} satisfies Translation<typeof english>;
