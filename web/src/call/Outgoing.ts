import { isSameMedia, MEDIA_TOPIC } from "../channel/sentMedia";
import type { SentMedia } from "../channel/sentMedia";
import type { Input } from "../media/LiveInput";
import type { LocalMedia, MediaState } from "../media/LocalMedia";
import type { ScreenShare, ScreenState } from "../media/ScreenShare";
import { SLOTS } from "../media/slots";
import type { Slot } from "../media/slots";
import type { HeldBack } from "../rtc/Adaptation";
import type { PeerPort } from "../rtc/Peer";

/** Where the tracks of a person come from. */
export interface OutgoingSources {
  readonly media: Pick<LocalMedia, "state">;
  readonly screen: Pick<ScreenShare, "state">;
}

/** The slots that are filled with what they are called after. What stands in the camera's, the veil decides. */
type PlainSlot = Exclude<Slot, "camera">;

/** Puts this person's tracks into the peer's slots, all but the picture of them, and tells the other which there are. */
export class Outgoing {
  readonly #sources: OutgoingSources;
  #peer: PeerPort | null = null;
  #announced: SentMedia | null = null;
  #stops: (() => void)[] = [];

  constructor(sources: OutgoingSources) {
    this.#sources = sources;
  }

  /** Sends to this peer from now on, and to no other. */
  attach(peer: PeerPort): void {
    this.detach();
    this.#peer = peer;
    const send = (): void => this.#send(peer);
    const { media, screen } = this.#sources;
    this.#stops = [media.state, screen.state, peer.heldBack].map((each) => each.subscribe(send));
    send();
  }

  detach(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#peer = this.#announced = null;
  }

  #send(peer: PeerPort): void {
    if (peer !== this.#peer) return;
    const media = this.#sources.media.state.get();
    const screen = this.#sources.screen.state.get();
    const tracks = tracksOf(media, screen);
    for (const { slot } of SLOTS) if (slot !== "camera") peer.replace(slot, tracks[slot]);
    const sent = sentMediaOf(media, screen, peer.heldBack.get());
    if (this.#announced !== null && isSameMedia(sent, this.#announced)) return;
    this.#announced = sent;
    peer.control.send(MEDIA_TOPIC, { ...sent });
  }
}

/** Which track goes into which slot. */
export function tracksOf(
  media: MediaState,
  screen: ScreenState,
): Record<PlainSlot, MediaStreamTrack | null> {
  return {
    microphone: trackOf(media.microphone),
    screen: screen.kind === "on" ? screen.picture : null,
    "screen-sound": screen.kind === "on" ? screen.sound : null,
  };
}

/** What the other is told about what is sent. */
export function sentMediaOf(media: MediaState, screen: ScreenState, heldBack: HeldBack): SentMedia {
  const camera = trackOf(media.camera) !== null;
  return {
    camera,
    microphone: trackOf(media.microphone) !== null && !media.muted,
    screen: screen.kind === "on",
    resting: camera && heldBack.soundOnly,
    limit: camera ? heldBack.limit : null,
  };
}

function trackOf(input: Input): MediaStreamTrack | null {
  return input.kind === "on" ? input.track : null;
}
