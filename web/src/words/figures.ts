/** A number with its thousands apart. */
export function decimal(value: number | bigint, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

const WEI = 10n ** 18n;

/**
 * Wei as ETH for people, rounded to `places` decimals; "<0.0001 ETH" instead of nothing for dust.
 * No line breaks between the number and its unit.
 */
export function amount(wei: bigint, locale: string, places = 4): string {
  const step = 10n ** BigInt(18 - places);
  const dust = wei > 0n && wei < step;
  const rounded = dust ? step : ((wei + step / 2n) / step) * step;
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: places });
  return `${dust ? "<" : ""}${format.format(exact(rounded))}\u00a0ETH`;
}

/** Wei as an amount of ETH that can be typed: every digit, nothing between them. */
export function typedAmount(wei: bigint, locale: string): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 18, useGrouping: false });
  return format.format(exact(wei));
}

/** A string keeps every digit; a number would not. */
function exact(wei: bigint): Intl.StringNumericLiteral {
  return `${wei / WEI}.${(wei % WEI).toString().padStart(18, "0")}` as Intl.StringNumericLiteral;
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/**
 * A length of time in its two largest units: "1 day", "23 hours, 5 minutes", "12 seconds".
 * @param seconds rounded up; a length that is over is none
 */
export function duration(seconds: number, locale: string): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const first = UNITS.findIndex(([, length]) => whole >= length);
  const shown = first === -1 ? UNITS.slice(-1) : UNITS.slice(first, first + 2);
  let rest = whole;
  const parts = shown.map(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return { unit, count };
  });
  const said = parts
    .filter(({ count }, index) => count > 0 || index === 0)
    .map(({ unit, count }) =>
      new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count),
    );
  return new Intl.ListFormat(locale, { type: "unit" }).format(said);
}

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/**
 * A number of bytes in the unit that suits it: "999 byte", "1.2 MB", "12 MB"; with `perSecond` a speed. The units count in
 * thousands, as disks are sold and systems show files.
 */
export function byteSize(bytes: number, locale: string, perSecond = false): string {
  const suited = Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const power = Math.min(BYTE_UNITS.length - 1, suited);
  const value = bytes / 1000 ** power;
  const unit = BYTE_UNITS[power] ?? "byte";
  const format = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: perSecond ? `${unit}-per-second` : unit,
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  });
  return format.format(value);
}
