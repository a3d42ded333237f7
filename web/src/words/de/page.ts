import type english from "../en/page";
import type { Translation } from "../catalogue";

export default {
  description: "Triff einen fremden Menschen per Video, fünf Minuten lang.",
  noScript: "Passerby braucht JavaScript für seine Videogespräche.",
  skip: "Zum Inhalt springen",
  language: "Sprache",
} satisfies Translation<typeof english>;
