import { IntlMessageFormat } from "intl-messageformat";
import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import type { Catalogue, Given, GivenRich, Id, PlainId } from "./catalogue";
import { amount, byteSize, decimal, duration, typedAmount } from "./figures";
import { directionOf, type Language } from "./languages";

/** A message as the build leaves it: plain text as it is, ICU syntax already parsed (see `build/compiled.ts`). */
type Compiled = string | MessageFormatElement[];

type Inserted = string | number | Date;

/** Everything that is said, in one language: messages, and numbers, dates and lists as they are written there. */
export class Words {
  readonly language: Language;
  readonly direction: "ltr" | "rtl";
  /** BCP 47 tag for `Intl`. */
  readonly locale: string;
  readonly #catalogue: Catalogue;
  readonly #formats = new Map<Id, IntlMessageFormat>();

  constructor(language: Language, catalogue: Catalogue, locale: string = language) {
    this.language = language;
    this.direction = directionOf(language);
    this.locale = locale;
    this.#catalogue = catalogue;
  }

  /** A message as text. */
  readonly say = <I extends PlainId>(id: I, ...[given]: Given<I>): string => {
    const compiled = this.#compiled(id);
    if (typeof compiled === "string") return compiled;
    return String(this.#format(id, compiled).format(this.#isolated(given ?? {})));
  };

  /** A message in which elements stand, in order; a view uses `<Rich>`. */
  readonly sayRich = <I extends Id, E>(id: I, given: GivenRich<I, E>): readonly (string | E)[] => {
    const compiled = this.#compiled(id);
    if (typeof compiled === "string") return [compiled];
    const said = this.#format(id, compiled).format<E>(this.#isolated(given));
    return Array.isArray(said) ? said : [said];
  };

  readonly number = (value: number): string => decimal(value, this.locale);

  /** "12.5 ETH". @param places decimals; what is less shows as "<0.0001 ETH" */
  readonly eth = (wei: bigint, places?: number): string => amount(wei, this.locale, places);

  /** An amount of ETH as the reader would type it. */
  readonly typedAmount = (wei: bigint): string => typedAmount(wei, this.locale);

  /**
   * A length of time in its two largest units: "23 hours, 5 minutes". It stands in the nominative: where a language has
   * cases, the message is built so that it fits ("noch {length}", "Wartezeit: {length}").
   */
  readonly duration = (seconds: number): string => duration(seconds, this.locale);

  /** "45 %". @param part 0 to 1 */
  readonly percent = (part: number): string =>
    new Intl.NumberFormat(this.locale, { style: "percent" }).format(part);

  /** "1.2 MB". */
  readonly bytes = (count: number): string => byteSize(count, this.locale);

  /** "5 MB/s". */
  readonly bytesPerSecond = (count: number): string => byteSize(count, this.locale, true);

  /** A session's length as one says it: "five minutes". */
  readonly sessionLength = (seconds: number): string =>
    seconds % 60 === 0
      ? this.say("common.minutes", { count: seconds / 60 })
      : this.say("common.seconds", { count: seconds });

  /** "22 Nov 2026". */
  readonly date = (date: Date): string =>
    date.toLocaleDateString(this.locale, { dateStyle: "medium" });

  readonly dateTime = (date: Date): string =>
    date.toLocaleString(this.locale, { dateStyle: "medium", timeStyle: "short" });

  /** "18:05". */
  readonly timeOfDay = (date: Date): string =>
    date.toLocaleTimeString(this.locale, { timeStyle: "short" });

  /** "jazz, chess and trains". */
  readonly list = (items: readonly string[]): string =>
    new Intl.ListFormat(this.locale).format(items.map((item) => this.#isolate(item)));

  /** What a language, given by its code, is called here. */
  readonly languageName = (code: string): string => {
    try {
      return new Intl.DisplayNames(this.locale, { type: "language" }).of(code) ?? code;
    } catch {
      return code; // Another page may have sent anything.
    }
  };

  #compiled(id: Id): Compiled {
    const at = id.indexOf(".");
    const messages: Readonly<Record<string, Compiled>> =
      this.#catalogue[id.slice(0, at) as keyof Catalogue];
    return messages[id.slice(at + 1)] ?? id;
  }

  #format(id: Id, compiled: MessageFormatElement[]): IntlMessageFormat {
    let format = this.#formats.get(id);
    if (format === undefined) {
      format = new IntlMessageFormat(compiled, this.locale);
      this.#formats.set(id, format);
    }
    return format;
  }

  #isolated(given: object): Record<string, Inserted> {
    return Object.fromEntries(
      Object.entries(given as Record<string, Inserted>).map(([name, value]) => [
        name,
        typeof value === "string" ? this.#isolate(value) : value,
      ]),
    );
  }

  /** An address or a name written from left to right must not reorder the Arabic around it (UAX #9, FSI … PDI). */
  #isolate(text: string): string {
    return this.direction === "rtl" ? `\u2068${text}\u2069` : text;
  }
}
