import { expect, test } from "vitest";
import { endSession, offerTo, WhipRefused } from "./whip";

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

/** An endpoint that answers as it is told, and remembers what it was asked. */
function endpoint(status: number, headers: Record<string, string> = {}) {
  const asked: Asked[] = [];
  const request = ((url: string, init: RequestInit) => {
    asked.push({ url, init });
    return Promise.resolve(new Response(status === 204 ? null : "answer", { status, headers }));
  }) as typeof fetch;
  return { asked, request };
}

test("an offer is posted with the token, and the session is where the endpoint says", async () => {
  const { asked, request } = endpoint(201, { Location: "/sessions/7" });
  const session = await offerTo("https://ingest.example/whip", "token", "offer", request);
  expect(session).toEqual({ answer: "answer", resource: "https://ingest.example/sessions/7" });
  expect(asked[0]?.init).toMatchObject({
    method: "POST",
    body: "offer",
    credentials: "omit",
    headers: { "Content-Type": "application/sdp", Authorization: "Bearer token" },
  });
});

test("a session is ended where it is; one whose place nobody knows ends by itself", async () => {
  const { asked, request } = endpoint(204);
  await endSession({ answer: "", resource: "https://ingest.example/7" }, "", request);
  await endSession({ answer: "", resource: null }, "", request);
  expect(asked.map(({ url, init }) => [url, init.method])).toEqual([
    ["https://ingest.example/7", "DELETE"],
  ]);
  expect(asked[0]?.init.headers).toEqual({});
});

test.each([200, 401, 404, 500])("%i is a refusal, and says so", async (status) => {
  const { request } = endpoint(status);
  const refusal = offerTo("https://ingest.example/whip", "", "offer", request);
  await expect(refusal).rejects.toEqual(new WhipRefused(status));
});

test("an endpoint that is not reached has no status", async () => {
  const request = (() => Promise.reject(new TypeError("no network"))) as typeof fetch;
  await expect(offerTo("https://ingest.example", "", "offer", request)).rejects.toMatchObject({
    status: 0,
  });
});
