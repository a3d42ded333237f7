package dev.passerby.streaming;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the signed-in what this node can stream. */
@RestController
class StreamingController {

  private final Offer offer;

  StreamingController(Program program) {
    Ffmpeg ffmpeg = program.ffmpeg();
    this.offer = new Offer(ffmpeg != null, ffmpeg != null && ffmpeg.canTranscode());
  }

  /**
   * What there is.
   *
   * @param rtmp whether RTMP is, for pages that send H.264
   * @param transcoding whether it is for others, too
   */
  record Offer(boolean rtmp, boolean transcoding) {}

  @GetMapping("/api/streaming")
  Offer offer() {
    return offer;
  }
}
