import type { Slot } from "../media/slots";

/** A picture's codec as SDP and `getCapabilities` name it. */
type Codec = "video/H264" | "video/VP8" | "video/VP9" | "video/AV1";

/**
 * The order in which codecs are wanted, by slot; the answer's order decides for both.
 *
 * A face: VP8 first, which every browser must have (RFC 7742 §5), costs a small processor least and gets over loss
 * well; then VP9, better but dearer; H.264 after both, because in software it gains nothing over VP8; AV1 last, whose
 * coding in software takes a core for itself.
 *
 * A screen: VP9 first, which has tools for what is drawn and keeps letters sharp where VP8 smears them; a page that
 * stands still costs little to code.
 */
const ORDER: Partial<Record<Slot, readonly Codec[]>> = {
  camera: ["video/VP8", "video/VP9", "video/H264", "video/AV1"],
  screen: ["video/VP9", "video/VP8", "video/H264", "video/AV1"],
};

type Capability = Pick<RTCRtpCodec, "mimeType">;

/**
 * Puts the codecs of a slot into the order in which they are wanted. What is not a picture of its own (retransmission,
 * error correction) keeps its place at the end, and nothing is left out: the other may have only what is last here.
 *
 * @param efficient codecs that this device codes in hardware; for a face they come before all others, because a
 *                  battery counts for more than a few bits
 */
export function inOrder<C extends Capability>(
  slot: Slot,
  codecs: readonly C[],
  efficient: ReadonlySet<string>,
): C[] {
  const order = ORDER[slot];
  if (order === undefined) return [...codecs];
  const wanted =
    slot === "camera"
      ? [
          ...order.filter((codec) => efficient.has(codec)),
          ...order.filter((codec) => !efficient.has(codec)),
        ]
      : order;
  const place = ({ mimeType }: C): number => {
    const index = wanted.findIndex((codec) => codec.toLowerCase() === mimeType.toLowerCase());
    return index < 0 ? wanted.length : index;
  };
  return [...codecs].sort((one, other) => place(one) - place(other));
}

/** Tells a transceiver which codecs are wanted; browsers that cannot be told keep their own order. */
export function preferCodecs(
  slot: Slot,
  transceiver: RTCRtpTransceiver,
  efficient: ReadonlySet<string>,
): void {
  if (ORDER[slot] === undefined || !("setCodecPreferences" in transceiver)) return;
  const capabilities = RTCRtpReceiver.getCapabilities("video");
  if (capabilities === null) return;
  try {
    transceiver.setCodecPreferences(inOrder(slot, capabilities.codecs, efficient));
  } catch {
    // A browser that does not want its own list back: any codec is better than no picture.
  }
}

/** The picture that is asked about: the best one that a camera is sent as. */
const ASKED = { width: 960, height: 540, bitrate: 1_200_000, framerate: 30 };

/** Which codecs this device codes in hardware (Media Capabilities, `powerEfficient`); none where it cannot be asked. */
export async function efficientCodecs(): Promise<ReadonlySet<string>> {
  const { mediaCapabilities } = navigator as { mediaCapabilities?: MediaCapabilities };
  if (mediaCapabilities === undefined) return new Set();
  const asked = (ORDER.camera ?? []).map(async (contentType) => {
    try {
      const video = { contentType, ...ASKED };
      const info = await mediaCapabilities.encodingInfo({ type: "webrtc", video });
      return info.supported && info.powerEfficient ? [contentType] : [];
    } catch {
      return []; // A browser that does not know the question.
    }
  });
  return new Set((await Promise.all(asked)).flat());
}
