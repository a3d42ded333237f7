import { directionOf, type Language } from "../src/words/languages";
import type { Person } from "./person";
import { expect } from "./test";
import { CATALOGUES } from "./words";

type Messages = readonly (readonly [id: string, text: string])[];

function messagesOf(language: Language): Messages {
  return Object.entries(CATALOGUES[language]).flatMap(([feature, messages]) =>
    Object.entries(messages).map(([name, text]) => [`${feature}.${name}`, text] as const),
  );
}

/** Document and words are in this language: nothing is missing, and nothing was left in English. */
export async function expectToSpeak(
  { page, name }: Person,
  language: Language,
  screen: string,
): Promise<void> {
  const where = `${screen}, as ${name} sees it`;
  const root = page.locator("html");
  await expect(root, where).toHaveAttribute("lang", language);
  await expect(root, where).toHaveAttribute("dir", directionOf(language));
  const said = await page.evaluate(everythingSaid);
  expect(said.length, where).toBeGreaterThan(3);

  const ids = new Set(messagesOf(language).map(([id]) => id));
  expect
    .soft(
      said.filter((text) => ids.has(text)),
      `missing on ${where}`,
    )
    .toEqual([]);

  const own = new Set(messagesOf(language).map(([, text]) => text));
  const english = new Set(messagesOf("en").map(([, text]) => text));
  const foreign = said.filter((text) => english.has(text) && !own.has(text));
  expect.soft(foreign, `English on ${where}`).toEqual([]);
}

/** Nothing sticks out at the sides, and no button or heading loses an end of its words. */
export async function expectToFit({ page, name }: Person, screen: string): Promise<void> {
  expect.soft(await page.evaluate(sticksOut), `${screen}, as ${name} sees it`).toEqual([]);
}

/** Every text and every name for assistive technology in the document, once. */
function everythingSaid(): string[] {
  const said = new Set<string>([document.title]);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const inside = node.parentElement?.closest("script, style, noscript, select, pre");
    if (inside == null) said.add(node.textContent?.trim() ?? "");
  }
  const named = ["aria-label", "title", "alt", "placeholder"] as const;
  for (const element of document.querySelectorAll(named.map((each) => `[${each}]`).join()))
    for (const each of named) said.add(element.getAttribute(each)?.trim() ?? "");
  said.delete("");
  return [...said];
}

function sticksOut(): string[] {
  const width = document.documentElement.clientWidth;
  const found: string[] = [];
  if (document.documentElement.scrollWidth > width)
    found.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} of ${width}`);
  for (const element of document.querySelectorAll<HTMLElement>(
    "button, a, h1, h2, h3, p, li, label, dd, dt, select, input",
  )) {
    const box = element.getBoundingClientRect();
    if (element.closest(".visually-hidden") !== null || box.width < 2 || !element.checkVisibility())
      continue;
    const named = `${element.tagName} “${element.innerText.slice(0, 60)}”`;
    if (box.left < -1 || box.right > width + 1) found.push(`${named} leaves the window`);
    const { overflowX } = getComputedStyle(element);
    if (
      overflowX === "visible" &&
      element.scrollWidth > element.clientWidth + 1 &&
      element.clientWidth > 0
    )
      found.push(
        `${named} is wider than its box: ${element.scrollWidth} of ${element.clientWidth}`,
      );
  }
  return found;
}
