/** Reads typed members out of untrusted JSON; the first member that is not as promised throws {@link FieldError}. */

export class FieldError extends Error {
  override readonly name = "FieldError";
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown, what: string): JsonObject {
  if (!isObject(value)) throw new FieldError(`${what} is not an object`);
  return value;
}

/** Reads the object that a text stands for; null when it stands for none. Never throws. */
export function readObject(json: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function text(from: JsonObject, name: string): string {
  const value = from[name];
  if (typeof value !== "string") throw new FieldError(`${name} is not a text`);
  return value;
}

export function optionalText(from: JsonObject, name: string): string | undefined {
  return from[name] === undefined || from[name] === null ? undefined : text(from, name);
}

/** Bytes in hex after `0x`; just so many, if it is said how many. */
export function hex(from: JsonObject, name: string, bytes?: number): `0x${string}` {
  const value = text(from, name);
  const digits = bytes === undefined ? "+" : `{${bytes}}`;
  if (!new RegExp(`^0x([0-9a-fA-F]{2})${digits}$`).test(value))
    throw new FieldError(`${name} is not in hex or of another length`);
  return value as `0x${string}`;
}

/** A moment in ISO 8601, as `Date` reads it. */
export function instant(from: JsonObject, name: string): string {
  const value = text(from, name);
  if (Number.isNaN(Date.parse(value))) throw new FieldError(`${name} is no moment in time`);
  return value;
}

/** A whole number of at least zero: counts, seconds, milliseconds. */
export function count(from: JsonObject, name: string): number {
  const value = from[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new FieldError(`${name} is not a count`);
  }
  return value;
}

export function flag(from: JsonObject, name: string): boolean {
  const value = from[name];
  if (typeof value !== "boolean") throw new FieldError(`${name} is not true or false`);
  return value;
}

export function list(from: JsonObject, name: string): readonly unknown[] {
  const value = from[name];
  if (!Array.isArray(value)) throw new FieldError(`${name} is not a list`);
  return value as readonly unknown[];
}

export function texts(from: JsonObject, name: string): readonly string[] {
  return list(from, name).map((item) => {
    if (typeof item !== "string") throw new FieldError(`${name} holds something other than texts`);
    return item;
  });
}

/** 16 bytes in base64url without padding (RFC 4648 §5). */
const RENDEZVOUS_ID = /^[\w-]{21}[AQgw]$/;

export function rendezvousId(from: JsonObject, name: string): string {
  return asRendezvousId(from[name], name);
}

export function rendezvousIds(from: JsonObject, name: string): readonly string[] {
  return list(from, name).map((item) => asRendezvousId(item, name));
}

function asRendezvousId(value: unknown, name: string): string {
  if (typeof value !== "string" || !RENDEZVOUS_ID.test(value))
    throw new FieldError(`${name} is not 16 bytes in base64url`);
  return value;
}

export function oneOf<T extends string>(from: JsonObject, name: string, allowed: readonly T[]): T {
  const value = text(from, name);
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new FieldError(`${name} is none of ${allowed.join(", ")}`);
  return found;
}
