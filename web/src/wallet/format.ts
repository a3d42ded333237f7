import { formatEther, parseEther } from "viem";

/** Wei as ETH for people: rounded to `places` decimals; "<0.0001" instead of 0 for dust. */
export function eth(wei: bigint, places = 4): string {
  const step = 10n ** BigInt(18 - places);
  if (wei > 0n && wei < step) return `<${formatEther(step)}`;
  return grouped(formatEther(((wei + step / 2n) / step) * step));
}

/** Wei as an amount of ETH that can be typed: every digit, nothing between them. */
export function typed(wei: bigint): string {
  return formatEther(wei);
}

/** Thousands apart from each other, by a narrow space that breaks no line. */
function grouped(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return fraction === undefined ? apart : `${apart}.${fraction}`;
}

/** "0x12ab…cdef": enough of an address to recognise one's own. */
export function shortAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}

/** What somebody typed as an amount of ETH, or why it cannot be used. */
export type Amount =
  | { readonly kind: "amount"; readonly wei: bigint }
  | { readonly kind: "empty" }
  | { readonly kind: "malformed" };

/** Reads an amount of ETH; a decimal comma is as good as a point. */
export function readAmount(text: string): Amount {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return { kind: "empty" };
  if (!/^\d{0,9}(\.\d{0,18})?$/.test(plain) || plain === ".") return { kind: "malformed" };
  return { kind: "amount", wei: parseEther(plain.startsWith(".") ? `0${plain}` : plain) };
}

/** A length of time in its two largest units: "1 day", "23 h 5 min", "4 min", "12 s". */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) {
    const rest = whole % 60;
    return rest > 0 && minutes < 10 ? `${minutes} min ${rest} s` : `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 > 0 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  const days = Math.floor(hours / 24);
  const named = days === 1 ? "1 day" : `${days} days`;
  return hours % 24 > 0 ? `${named} ${hours % 24} h` : named;
}

/** A session's length in words: "five minutes", "90 seconds". */
export function sessionLength(seconds: number): string {
  if (seconds % 60 !== 0) return `${seconds} seconds`;
  const minutes = seconds / 60;
  const words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
  const word = words[minutes - 1] ?? minutes.toString();
  return minutes === 1 ? "one minute" : `${word} minutes`;
}
