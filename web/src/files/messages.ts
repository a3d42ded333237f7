import type { Body } from "../channel/Control";
import { readObject } from "../protocol/fields";

/** The control channel's topic for {@link FileMessage}. */
export const FILE_TOPIC = "file";
/** What the label of every data channel that carries a file begins with. */
export const FILE_PREFIX = "file:";

/** What is said of a file before anybody has seen it; nothing of it can be relied on. */
export interface Offer {
  /** The sender's name for the transfer. */
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** A MIME type, or empty. */
  readonly type: string;
}

/** Why a transfer ended before its end, in the word that goes over the wire. */
export const WHYS = [
  /** Somebody changed their mind. */
  "cancelled",
  /** The receiver does not want it. */
  "refused",
  /** Too much is on offer already. */
  "busy",
  "no-room",
  /** The receiver's disk would not take it. */
  "disk",
  /** The sender's disk would not give it: moved, changed or deleted. */
  "unreadable",
  /** What arrived is not what was sent. */
  "damaged",
  /** The round is over. */
  "time-over",
  /** The encounter is. */
  "ended",
  /** The line broke and did not come back. */
  "lost",
  /** The other page did not keep to the rules. */
  "broken",
] as const;
export type Why = (typeof WHYS)[number];

/** What the two pages say about files. `offer` and `withdraw` are said by the sender, all else by the receiver. */
export type FileMessage =
  | { readonly say: "offer"; readonly offer: Offer }
  | { readonly say: "withdraw"; readonly id: string; readonly why: Why }
  | { readonly say: "accept"; readonly id: string }
  /** Not, or not any more. */
  | { readonly say: "decline"; readonly id: string; readonly why: Why }
  /** The channel broke: continue on a new one, after this many bytes. */
  | { readonly say: "reopen"; readonly id: string; readonly from: number }
  /** All of it is on the disk and its digest is right. */
  | { readonly say: "received"; readonly id: string };

const ID = /^[\w-]{1,64}$/;
const TYPE = /^[\w.+-]{1,63}\/[\w.+-]{1,63}$/;
/** Characters of a name as it comes; what is done with it makes it shorter still. */
const LONGEST_NAME = 1_024;

export function toBody(message: FileMessage): Body {
  return message.say === "offer" ? { say: message.say, ...message.offer } : { ...message };
}

/** Reads what the other page says; null when it is none of these. */
export function readFileMessage(body: Body): FileMessage | null {
  const { say, id, from } = body;
  if (typeof id !== "string" || !ID.test(id)) return null;
  switch (say) {
    case "offer": {
      const offer = readOffer(id, body);
      return offer === null ? null : { say, offer };
    }
    case "withdraw":
    case "decline":
      return { say, id, why: readWhy(body["why"]) };
    case "accept":
    case "received":
      return { say, id };
    case "reopen":
      return isCount(from) ? { say, id, from } : null;
    default:
      return null;
  }
}

function readOffer(id: string, { name, size, type }: Body): Offer | null {
  if (typeof name !== "string" || name.length > LONGEST_NAME || !isCount(size)) return null;
  return { id, name, size, type: typeof type === "string" && TYPE.test(type) ? type : "" };
}

function readWhy(why: unknown): Why {
  return WHYS.find((known) => known === why) ?? "cancelled";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** The label of the channel that carries the file of this name from this byte on. */
export function labelOf(id: string, from: number): string {
  return `${FILE_PREFIX}${id}@${from}`;
}

/** Reads a label of {@link labelOf}; null when it is none. */
export function readLabel(label: string): { readonly id: string; readonly from: number } | null {
  const [, id, from] = /^file:([\w-]{1,64})@(\d{1,16})$/.exec(label) ?? [];
  return id !== undefined && isCount(Number(from)) ? { id, from: Number(from) } : null;
}

/** What is said on the file's own channel besides its bytes. */
export type ChannelWord =
  /** By the sender, after the last byte: the digest of all of them, in hex. */
  | { readonly digest: string }
  /** By the receiver: so many bytes are on its disk. */
  | { readonly written: number };

/** Reads a text of the file's own channel; null when it is none of these. */
export function readWord(text: string): ChannelWord | null {
  if (text.length > 200) return null;
  const { digest, written } = readObject(text) ?? {};
  if (typeof digest === "string" && /^[0-9a-f]{64}$/.test(digest)) return { digest };
  return isCount(written) ? { written } : null;
}
