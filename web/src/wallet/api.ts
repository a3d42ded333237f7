import { WalletFailure } from "./failure";

/** Longest wait for the service, in milliseconds. */
const TIMEOUT = 15_000;

/**
 * Asks the service; a refusal throws a `WalletFailure` with the problem's stable `code` (RFC 9457).
 * `conditions` are further headers, such as `If-Match`. What is no GET carries the token of the `XSRF-TOKEN` cookie, as Spring Security's cookie-to-header protection wants it.
 */
export async function ask(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
  conditions: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const headers = new Headers({ Accept: "application/json", ...conditions });
  if (body !== undefined) headers.set("Content-Type", "application/json");
  if (method !== "GET") {
    const token = csrfToken(document.cookie) ?? (await freshCsrfToken());
    if (token !== undefined) headers.set("X-XSRF-TOKEN", token);
  }
  const response = await send(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new WalletFailure({ kind: "service", code: await problemCode(response) });
  return response;
}

/** The CSRF token among the page's cookies. */
export function csrfToken(cookies: string): string | undefined {
  const pair = cookies.split("; ").find((cookie) => cookie.startsWith("XSRF-TOKEN="));
  return pair === undefined ? undefined : decodeURIComponent(pair.slice("XSRF-TOKEN=".length));
}

/** Any GET of the session sets the cookie, signed in or not. */
async function freshCsrfToken(): Promise<string | undefined> {
  await send("/api/session", { method: "GET" });
  return csrfToken(document.cookie);
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, {
      ...init,
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch {
    throw new WalletFailure({ kind: "unreachable" });
  }
}

async function problemCode(response: Response): Promise<string> {
  try {
    const problem = (await response.json()) as { code?: unknown } | null;
    if (typeof problem?.code === "string" && /^[a-z0-9-]{1,40}$/.test(problem.code))
      return problem.code;
  } catch {
    // Not the service's own answer: a proxy's page, or nothing at all.
  }
  return `http-${response.status}`;
}
