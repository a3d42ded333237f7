/** Members of statistics are read as what they should be, or not at all: browsers differ, and so do their versions. */

export function number(member: unknown): number | null {
  return typeof member === "number" && Number.isFinite(member) ? member : null;
}

export function count(member: unknown): number {
  return number(member) ?? 0;
}

export function text(member: unknown): string | null {
  return typeof member === "string" && member !== "" ? member : null;
}

export function boolean(member: unknown): boolean | null {
  return typeof member === "boolean" ? member : null;
}
