import { expectAccessible } from "./accessibility";
import { withFilm } from "./filmed";
import { expectToSee } from "./media";
import { misjudged } from "./misjudged";
import type { Person } from "./person";
import { CLEAR, COARSE, nextPictures, pictures, sharpest, watchPictures } from "./sharpness";
import { expect, test as base } from "./test";
import { comeIn } from "./together";

const test = base.extend<object, { readonly camera: string }>({
  camera: [
    async ({}, provide) => {
      await withFilm(misjudged, provide);
    },
    { scope: "worker" },
  ],
});

/** Two devices' models on a small machine's two cores, beside two calls. */
const SLOW = { timeout: 60_000 };

test.describe.configure({ timeout: 240_000 });

/** The worker that looks at pictures, and the model that it looks with. */
const CHECK = /\/assets\/(?:wasm|nsfw-[^/]+)\//;
const asked = ({ requests }: Person) => requests.filter((request) => CHECK.test(request));

const OWN = "Your picture may show nudity. They see it blurred.";
const THEIRS = "Their picture may show nudity. It is hidden from you.";

test("what may be nudity is asked about before it is sent, and before it is shown", async ({
  arrive,
  unhurried,
  camera,
}) => {
  const { localhost: origin } = unhurried;
  const ada = await arrive("Ada", { origin, camera });
  const bruno = await arrive("Bruno", {
    origin,
    colorScheme: "dark",
    viewport: { width: 390, height: 844 },
    prepare: watchPictures,
  });
  const both = [ada, bruno] as const;
  await comeIn(...both);
  await expect(ada.button("Meet")).toBeEnabled();
  expect(
    both.flatMap(asked),
    "nothing of the check is loaded before there is a use for it",
  ).toEqual([]);
  const sent = await Promise.all(both.map(whatLeaves));
  for (const person of both) await person.meet();
  for (const person of both) await person.expectPhase("live");

  await test.step("one's own: it stays blurred, whatever the other wants, until one says so", async () => {
    await ada.show();
    await expect(ada.page.getByRole("alert").filter({ hasText: OWN })).toBeVisible(SLOW);
    await expect(ada.page.getByText("A guess, made on this device.")).toBeVisible();
    await expectAccessible(ada, "a question about one's own picture");
    await bruno.show();
    await expect(bruno.page.getByText("Their own page has blurred their picture.")).toBeVisible();
    expect(sharpest(await pictures(bruno.page, 20))).toBeLessThan(COARSE);
    await expectSight(bruno, "veiled");
    await expectSight(ada, "clear");
  });

  await test.step("theirs: it is hidden until one says so", async () => {
    await ada.button("Show it to them anyway").click();
    await expect
      .poll(async () => sharpest(await nextPictures(bruno.page, 3)))
      .toBeGreaterThan(CLEAR);
    await expect(bruno.page.getByRole("alert").filter({ hasText: THEIRS })).toBeVisible(SLOW);
    await expectSight(bruno, "hidden");
    await expect(bruno.page.getByTestId("remote-video")).toHaveCSS("opacity", "0");
    await expectAccessible(bruno, "a question about the other's picture");
    await bruno.button("Show it anyway").click();
    await bruno.expectClear();
    await expect(bruno.page.getByTestId("remote-video")).toHaveCSS("opacity", "1");
  });

  await test.step("all of that happened here: the model came from the service, and nothing went out", () => {
    for (const person of both) expect(asked(person).join("\n")).toContain("model.json");
    expect(sent.flat()).toEqual([]);
  });

  await test.step("WebAssembly may be compiled by the worker that needs it, and by nothing else", async () => {
    const worker = asked(ada).find((request) => request.includes("/assets/wasm/"));
    const url = /http\S+/.exec(worker ?? "")?.[0] ?? "";
    expect(await policyOf(url)).toContain("script-src 'self' 'wasm-unsafe-eval';");
    for (const path of ["/", "/assets/", "/api/config"])
      expect(await policyOf(origin + path)).not.toContain("wasm-unsafe-eval");
  });
});

test("where the check does not load, the page says that nothing is checked, and the two meet nevertheless", async ({
  arrive,
  unhurried,
}) => {
  const both = [
    await arrive("Chioma", { origin: unhurried.localhost }),
    await arrive("Dara", { origin: unhurried.localhost }),
  ] as const;
  for (const { page } of both) await page.route(CHECK, (route) => route.abort());
  await comeIn(...both);
  for (const person of both) await person.meet();
  for (const person of both) await person.expectPhase("live");
  for (const { page } of both)
    await expect(
      page.getByText("Pictures are not checked for nudity here: the check did not load."),
    ).toBeVisible();
  for (const person of both) await person.show();
  for (const person of both) await person.expectClear();
  for (const { page } of both) await expectToSee(page);
});

async function expectSight({ page }: Person, sight: string): Promise<void> {
  await expect(page.getByTestId("remote-video")).toHaveAttribute("data-sight", sight);
}

/** What a page asks of anybody but the service and the chain, and what it says to the service over HTTP, from now on. */
async function whatLeaves({ page, origin }: Person): Promise<readonly string[]> {
  const config = (await (await fetch(`${origin}/api/config`)).json()) as { rpcUrl: string };
  const chain = new URL(config.rpcUrl).origin;
  const left: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin: to } = new URL(request.url());
    if (!protocol.startsWith("http") || to === chain) return;
    if (to !== origin || request.method() !== "GET") left.push(request.url());
  });
  return left;
}

async function policyOf(url: string): Promise<string> {
  const response = await fetch(url, { headers: { accept: "*/*" } });
  return response.headers.get("content-security-policy") ?? "";
}
