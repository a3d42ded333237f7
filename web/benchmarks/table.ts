/** Rows of text under a heading, the first column left, all others right. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => {
        const text = row[column] ?? "";
        return column === 0 ? text.padEnd(width) : text.padStart(width);
      })
      .join("  ");
  return [
    line(heading),
    widths.map((width) => "─".repeat(width)).join("──"),
    ...rows.map(line),
  ].join("\n");
}

export function megabytes(bytes: number): string {
  return (bytes / (1 << 20)).toFixed(0);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? NaN)) / 2;
}
