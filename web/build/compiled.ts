import { type MessageFormatElement, parse } from "@formatjs/icu-messageformat-parser";

/** A feature's messages in one language, by name. */
export type Messages = Readonly<Record<string, string>>;

/** Text that ICU MessageFormat reads as anything but itself. */
const SYNTAX = /[{}<>'#|]/;

/** The messages as `Words` wants them: plain text as it is, ICU syntax parsed. */
export function compiled(messages: Messages): Record<string, string | MessageFormatElement[]> {
  return Object.fromEntries(
    Object.entries(messages).map(([name, text]) => [name, compile(name, text)]),
  );
}

function compile(name: string, text: string) {
  if (!SYNTAX.test(text)) return text;
  try {
    return parse(text, { captureLocation: false });
  } catch (cause) {
    throw new Error(`${name} is not ICU MessageFormat: ${text}`, { cause });
  }
}
