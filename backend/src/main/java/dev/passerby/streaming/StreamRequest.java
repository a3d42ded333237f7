package dev.passerby.streaming;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first message of a page that wants to stream: where to, and what it is going to send.
 *
 * @param address of the ingest, as the person gave it
 * @param key secret; see {@link Target}
 */
record StreamRequest(String address, String key, Media media) {

  /** Reads it; empty when it is not one. */
  static Optional<StreamRequest> of(String text, JsonMapper json) {
    JsonNode message;
    try {
      message = json.readTree(text);
    } catch (JacksonException e) {
      return Optional.empty();
    }
    String address = message.path("address").asString("");
    String key = message.path("key").asString("");
    boolean complete =
        message.path("type").asString("").equals("stream") && !address.isEmpty() && !key.isEmpty();
    return complete
        ? media(message).map(media -> new StreamRequest(address, key, media))
        : Optional.empty();
  }

  private static Optional<Media> media(JsonNode message) {
    boolean h264 = message.path("video").asString("").equals("h264");
    boolean aac = message.path("audio").asString("").equals("aac");
    return switch (message.path("container").asString("")) {
      case "matroska" -> Optional.of(new Media(Media.Container.MATROSKA, h264, aac));
      case "mp4" -> Optional.of(new Media(Media.Container.MP4, h264, aac));
      default -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return "StreamRequest[" + media + ", [REDACTED]]";
  }
}
