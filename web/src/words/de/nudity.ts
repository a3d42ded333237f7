import type english from "../en/nudity";
import type { Translation } from "../catalogue";

export default {
  region: "Mögliche Nacktheit",
  checked: "Bilder werden auf diesem Gerät auf Nacktheit geprüft, und nirgends sonst.",
  unchecked: "Bilder werden hier nicht auf Nacktheit geprüft: Die Prüfung ließ sich nicht laden.",
  guess:
    "Eine Vermutung, auf diesem Gerät entstanden. Sie kann falsch sein, und nichts davon wird verschickt.",
  "theirs.suspect":
    "Das Bild deines Gegenübers zeigt vielleicht Nacktheit. Es ist für dich verborgen.",
  "theirs.eased": "Vielleicht ist es vorbei. Das Bild ist noch verborgen.",
  "screen.suspect":
    "Der geteilte Bildschirm zeigt vielleicht Nacktheit. Er ist für dich verborgen.",
  "screen.eased": "Vielleicht ist es vorbei. Der Bildschirm ist noch verborgen.",
  "showTheirs.suspect": "Trotzdem zeigen",
  "showTheirs.eased": "Zeigen",
  "own.suspect": "Dein Bild zeigt vielleicht Nacktheit. Man sieht es verschwommen.",
  "own.eased": "Dein Bild ist jetzt vielleicht in Ordnung. Man sieht es noch verschwommen.",
  "showOwn.suspect": "Trotzdem klar senden",
  "showOwn.eased": "Klar senden",
  stay: "Verschwommen bleiben",
} satisfies Translation<typeof english>;
