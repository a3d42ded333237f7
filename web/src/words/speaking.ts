import { type Observable, Variable } from "../signaling/observable";
import type { Catalogue } from "./catalogue";
import { type Language, languageFor, localeFor } from "./languages";
import { Words } from "./Words";

/** One chunk each, loaded when somebody wants it. */
const CATALOGUES: Readonly<Record<Language, () => Promise<{ readonly default: Catalogue }>>> = {
  en: () => import("./en"),
  es: () => import("./es"),
  fr: () => import("./fr"),
  de: () => import("./de"),
  ar: () => import("./ar"),
};

const KEY = "passerby.language";

const current = new Variable<Words | null>(null);
let wanted: Language | undefined;

/** The words of now, for code outside of React; a view takes them through `useWords`. */
export function words(): Words {
  const now = current.get();
  if (now === null) throw new Error("spoken before a language was there");
  return now;
}

/** {@link words} and its changes. */
export const speaking: Observable<Words> = { get: words, subscribe: current.subscribe };

/** Begins in the reader's language; resolves when there is something to say. */
export async function beginToSpeak(): Promise<void> {
  await load(languageFor(chosen(), navigator.languages));
}

/** Changes the language and remembers it for the next visit. A page that is open stays as it is, in other words. */
export async function speak(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Private windows and full disks: the choice still holds for this visit.
  }
  await load(language);
}

async function load(language: Language): Promise<void> {
  wanted = language;
  const { default: catalogue } = await CATALOGUES[language]();
  if (wanted !== language) return; // a later choice came first
  const next = new Words(language, catalogue, localeFor(language, navigator.languages));
  document.documentElement.lang = language;
  document.documentElement.dir = next.direction;
  current.set(next);
}

function chosen(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
