import { afterEach, expect, it, vi } from "vitest";
import { ServiceEntries } from "./ServiceEntries";

const entry = { id: "Zf8uN1sLq4Re6Hy0Xo2MiQ", version: 1, sealed: "c2VhbGVk" };

interface Asked {
  readonly path: string;
  readonly knows: string | null;
}

/** A service whose list has the given revision, as long as it stays the same. */
function serviceAt(revision: { now: number; entries: readonly (typeof entry)[] }): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", (path: string, { headers }: { headers: Headers }) => {
    const knows = headers.get("If-None-Match");
    asked.push({ path, knows });
    const ETag = `"${revision.now}"`;
    return Promise.resolve(
      knows === ETag
        ? new Response(null, { status: 304, headers: { ETag } })
        : Response.json({ most: 500, contacts: revision.entries }, { headers: { ETag } }),
    );
  });
  return asked;
}
afterEach(() => void vi.unstubAllGlobals());

it("names what it has read, and takes an unchanged list from there", async () => {
  const revision = { now: 1, entries: [entry] };
  const asked = serviceAt(revision);
  const store = new ServiceEntries();
  const first = await store.all();
  expect(first).toEqual([entry]);
  expect(await store.all()).toBe(first);
  Object.assign(revision, { now: 2, entries: [] });
  expect(await store.all()).toEqual([]);
  expect(asked).toEqual([
    { path: "/api/contacts", knows: null },
    { path: "/api/contacts", knows: '"1"' },
    { path: "/api/contacts", knows: '"1"' },
  ]);
});

it("takes nothing from what another wallet has read", async () => {
  const asked = serviceAt({ now: 1, entries: [entry] });
  await new ServiceEntries().all();
  await new ServiceEntries().all();
  expect(asked.map(({ knows }) => knows)).toEqual([null, null]);
});

it("does not take a refusal for an unchanged list", async () => {
  serviceAt({ now: 1, entries: [entry] });
  const store = new ServiceEntries();
  await store.all();
  vi.stubGlobal("fetch", () =>
    Promise.resolve(Response.json({ code: "store-down" }, { status: 503 })),
  );
  await expect(store.all()).rejects.toMatchObject({ failure: { code: "store-down" } });
});
