/** A cluster's identifier (RFC 9559 §5.1.3), and that of the timestamp with which each begins. */
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75] as const;
const TIMESTAMP = 0xe7;
/** With what every such stream begins (RFC 8794 §11.2.1). */
const EBML = [0x1a, 0x45, 0xdf, 0xa3] as const;
/** Where the last cluster begins is looked for in so many bytes at first: some seconds of any recording. */
const LOOK_BACK_BYTES = 8 << 20;

/**
 * How many bytes of a stream are whole: in Matroska, a block that was torn off is not. Readers give up the whole cluster around
 * it, which may be seconds of a recording.
 */
export async function wholeBytes(stream: Blob): Promise<number> {
  const begin = new Uint8Array(await stream.slice(0, EBML.length).arrayBuffer());
  // What another recorder of the browser's own has written as MP4 comes in whole fragments.
  if (!EBML.every((byte, index) => begin[index] === byte)) return stream.size;
  for (let back = LOOK_BACK_BYTES; ; back *= 4) {
    const from = Math.max(0, stream.size - back);
    const bytes = new Uint8Array(await stream.slice(from).arrayBuffer());
    const end = lastWhole(bytes);
    if (end !== null) return from + end;
    if (from === 0) return stream.size;
  }
}

/** The end of the last whole block of the last cluster; null when no cluster begins here. */
function lastWhole(bytes: Uint8Array): number | null {
  for (let at = bytes.length - CLUSTER.length; at >= 0; at--) {
    if (!CLUSTER.every((byte, index) => bytes[at + index] === byte)) continue;
    const size = numberAt(bytes, at + CLUSTER.length);
    // The same four bytes may stand in a picture; no timestamp follows them there.
    if (size === null || bytes[size.end] !== TIMESTAMP) continue;
    return endOfElements(bytes, size.end);
  }
  return null;
}

function endOfElements(bytes: Uint8Array, from: number): number {
  let whole = from;
  for (;;) {
    const id = numberAt(bytes, whole);
    const size = id === null ? null : numberAt(bytes, id.end);
    if (size === null || size.end + size.value > bytes.length) return whole;
    whole = size.end + size.value;
  }
}

/** A number as EBML writes it (RFC 8794 §4): its first byte's leading zeros tell how long it is. */
function numberAt(bytes: Uint8Array, at: number): { value: number; end: number } | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return null;
  let value = first & (0xff >> length);
  for (let index = 1; index < length; index++) value = value * 256 + (bytes[at + index] ?? 0);
  return { value, end: at + length };
}
