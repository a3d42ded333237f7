import { bytesToHex, hexToBytes } from "@noble/curves/abstract/utils";
import type { Body } from "../channel/Control";

/** The control channel's topic of {@link KeepMessage}. */
export const KEEP_TOPIC = "keep";

/** What two pages say to each other in a run: the impolite one begins, the polite one answers, and its tag ends it. */
export type KeepMessage =
  | { readonly step: "begin"; readonly run: number; readonly share: Uint8Array }
  | {
      readonly step: "answer";
      readonly run: number;
      readonly share: Uint8Array;
      readonly tag: Uint8Array;
    }
  | { readonly step: "end"; readonly run: number; readonly tag: Uint8Array };

/** Bytes in lower-case hex. */
export function writeKeep(message: KeepMessage): Body {
  return Object.fromEntries(
    Object.entries(message).map(([name, value]: [string, unknown]) => [
      name,
      value instanceof Uint8Array ? bytesToHex(value) : value,
    ]),
  );
}

/** Null where a stranger's page says something else. */
export function readKeep({ step, run, share, tag }: Body): KeepMessage | null {
  if (typeof run !== "number" || !Number.isSafeInteger(run) || run < 0) return null;
  const [theirShare, theirTag] = [bytesOf(share), bytesOf(tag)];
  switch (step) {
    case "begin":
      return theirShare && { step, run, share: theirShare };
    case "answer":
      return theirShare && theirTag && { step, run, share: theirShare, tag: theirTag };
    case "end":
      return theirTag && { step, run, tag: theirTag };
    default:
      return null;
  }
}

function bytesOf(value: unknown): Uint8Array | null {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value) ? hexToBytes(value) : null;
}
