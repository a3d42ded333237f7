/** Where one can stream to: platforms whose address is known, any other RTMP ingest, and WHIP (RFC 9725). */
export const PRESETS = ["youtube", "twitch", "facebook", "rtmp", "whip"] as const;
export type Preset = (typeof PRESETS)[number];

/** The platforms' ingests, as they publish them. */
export const ADDRESSES: Readonly<Record<Exclude<Preset, "rtmp" | "whip">, string>> = {
  youtube: "rtmps://a.rtmps.youtube.com:443/live2",
  twitch: "rtmps://ingest.global-contribute.live-video.net:443/app",
  facebook: "rtmps://live-api-s.facebook.com:443/rtmp/",
};

/** An ingest and what opens it. The key is in memory only, for as long as the stream runs. */
export type Ingest =
  | { readonly kind: "rtmp"; readonly address: string; readonly key: string }
  /** @property key the bearer token; empty where the address alone opens it */
  | { readonly kind: "whip"; readonly address: string; readonly key: string };

/** What is wrong with what somebody typed. */
export type IngestProblem = "address" | "whip-address" | "key";

const LONGEST = 512;
const LOCAL = new Set(["localhost", "127.0.0.1"]);

/** Reads what somebody typed; the address of a platform is known. */
export function ingestOf(preset: Preset, typed: string, typedKey: string): Ingest | IngestProblem {
  const key = typedKey.trim();
  const address = preset in ADDRESSES ? ADDRESSES[preset as keyof typeof ADDRESSES] : typed.trim();
  if (preset === "whip") {
    if (!isWhip(address)) return "whip-address";
    return isKey(key) || key === "" ? { kind: "whip", address, key } : "key";
  }
  if (!isRtmp(address)) return "address";
  return isKey(key) ? { kind: "rtmp", address, key } : "key";
}

function isKey(key: string): boolean {
  return key.length <= LONGEST && /^[\x21-\x7e]+$/.test(key);
}

function isRtmp(address: string): boolean {
  const url = parse(address);
  if (url === null || (url.protocol !== "rtmp:" && url.protocol !== "rtmps:")) return false;
  const bare = url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  return bare && url.hostname !== "" && url.pathname.replaceAll("/", "") !== "";
}

/** What a browser sends in the clear goes to this machine alone. */
function isWhip(address: string): boolean {
  const url = parse(address);
  if (url === null || url.username !== "" || url.password !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && LOCAL.has(url.hostname));
}

function parse(address: string): URL | null {
  return address.length <= LONGEST && URL.canParse(address) ? new URL(address) : null;
}
