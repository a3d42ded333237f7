import type { GetICUArgs } from "@schummar/icu-type-parser";
import type english from "./en";

type English = typeof english;
type Feature = keyof English;

/** One feature's messages in another language: the same names as in English, no more and no fewer. */
export type Translation<Messages> = { readonly [Name in keyof Messages]: string };

/** Every message of one language, by feature and name. English says which there are. */
export type Catalogue = { readonly [F in Feature]: Translation<English[F]> };

type IdOf<F extends Feature> = `${F}.${Extract<keyof English[F], string>}`;

/** A message: its feature and its name there, e.g. `lobby.looking`. */
export type Id = { [F in Feature]: IdOf<F> }[Feature];

type Text<I extends Id> = I extends `${infer F extends Feature}.${infer Name}`
  ? Name extends keyof English[F]
    ? Extract<English[F][Name], string>
    : never
  : never;

interface Kinds<Inserted> {
  ICUArgument: Inserted;
  ICUNumberArgument: number;
  ICUDateArgument: Date;
}

/** What a message needs, as read from its English text: `{name}` a string, `{count, plural, …}` a number, and so on. */
type Arguments<I extends Id, Inserted = string> = GetICUArgs<Text<I>, Kinds<Inserted>>;

/** Names of the tags around parts of a text: `<strong>now</strong>`. */
type Tag<T extends string> = T extends `${string}</${infer Name}>${infer Rest}`
  ? Name | Tag<Rest>
  : never;

/** Messages that are nothing but text; the others need the elements that their tags stand for. */
export type PlainId = { [I in Id]: Tag<Text<I>> extends never ? I : never }[Id];

/** The arguments of {@link Words.say}: none where the message needs none. */
export type Given<I extends Id> = keyof Arguments<I> extends never ? [] : [given: Arguments<I>];

/** The same where elements may stand in the text: a tag is a function from what it holds to an element. */
export type GivenRich<I extends Id, E> = Arguments<I, string | E> & {
  readonly [Name in Tag<Text<I>>]: (held: (string | E)[]) => E;
};
