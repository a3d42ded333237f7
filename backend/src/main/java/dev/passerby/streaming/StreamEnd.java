package dev.passerby.streaming;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a stream is over. */
enum StreamEnd {
  /** The page wanted it so, and all that it had sent has gone out. */
  STOPPED,
  /** No pass of the wallet unlocks streaming. */
  LOCKED,
  /** The pass that unlocked it is gone. */
  PASS_LOST,
  SIGNED_OUT,
  /** What the wallet may do cannot be known now. */
  CHAIN_UNAVAILABLE,
  /** The first message is not one, or nothing like it came in time. */
  BAD_REQUEST,
  /** The address is not one of an ingest, or its port is not allowed. */
  BAD_ADDRESS,
  /** It leads into a network that is not public. */
  FORBIDDEN_ADDRESS,
  /** The wallet streams already. */
  ALREADY_STREAMING,
  /** The wallet has begun too many streams in a short time. */
  RATE_LIMITED,
  /** The node has enough streams. */
  NODE_FULL,
  /** There is no ffmpeg here, or none that can make of this media what ingests take. */
  UNAVAILABLE,
  /** Nobody answers at the address, or not for whom it was meant (TLS). */
  UNREACHABLE,
  /** The ingest answers, and does not take the stream: a wrong key, mostly. */
  REFUSED,
  /** The ingest was lost and did not come back in time. */
  LOST,
  /** The ingest took less than was sent, for too long. */
  TOO_SLOW,
  /** The page sent more than is allowed. */
  TOO_MUCH,
  /** The page sent nothing any more. */
  SILENT,
  /** The media is not what it was said to be. */
  BAD_MEDIA,
  /** The service stops. */
  RESTART;

  /** Its name on the wire, e.g. {@code pass-lost}. */
  @JsonValue
  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
