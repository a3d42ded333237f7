import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SHEETS = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".css"),
);

/** Properties and values that name a side of the screen instead of the beginning or the end of a line. */
const SIDED =
  /^(?:(?:margin|padding|scroll-margin|scroll-padding|border|inset)-(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius|left|right)\b|^(?:text-align|float|clear|justify-\w+|transform-origin):.*\b(?:left|right)\b/;

/** Shorthands whose second and fourth values are the two sides. */
const FOUR = /^(?:margin|padding|inset|border-(?:width|color|style)): /;

/** Whoever means a side says so in a comment right behind the declaration, which begins with "physical". */
const MEANT = /[^;{}]*;[^\S\n]*\/\* physical\b.*?\*\//gs;

function declarations(css: string): string[] {
  return css
    .replace(MEANT, "")
    .replace(/\/\*.*?\*\//gs, "")
    .split(/[{};]/)
    .map((declaration) => declaration.replace(/\s+/g, " ").trim());
}

/** The values of a shorthand; what stands in brackets is one. */
function values(declaration: string): string[] {
  return (
    declaration
      .slice(declaration.indexOf(":") + 1)
      .match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? []
  );
}

function isOneSided(declaration: string): boolean {
  const [, right, , left] = values(declaration).map((value) =>
    // What the device's own edges take away is on a side of the screen.
    value.replace(/--safe-(left|right)/g, "--safe-side"),
  );
  return FOUR.test(declaration) && left !== undefined && left !== right;
}

test.each(SHEETS)("%s knows beginnings and ends, not left and right", (path) => {
  const found = declarations(readFileSync(join(ROOT, path), "utf8")).filter(
    (declaration) => SIDED.test(declaration) || isOneSided(declaration),
  );
  expect(found).toEqual([]);
});

test("finds what names a side, unless it says that it means one", () => {
  const css = `
    a { margin-left: 1rem; padding: 0 1px 0 calc(2px + var(--x)); text-align: left; }
    b { left: 0; /* physical: dragged there */ inset: 0 auto auto 0; margin: 0 auto; }
    c { padding: 1px max(2px, var(--safe-right)) 3px max(2px, var(--safe-left)); }
  `;
  expect(declarations(css).filter((each) => SIDED.test(each) || isOneSided(each))).toEqual([
    "margin-left: 1rem",
    "padding: 0 1px 0 calc(2px + var(--x))",
    "text-align: left",
    "inset: 0 auto auto 0",
  ]);
});
