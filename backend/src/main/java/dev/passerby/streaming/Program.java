package dev.passerby.streaming;

import dev.passerby.chain.Programs;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ffmpeg of this machine, as it was found at the start.
 *
 * @param ffmpeg null where there is none: pages are not offered RTMP then
 */
record Program(@Nullable Ffmpeg ffmpeg) {

  private static final Logger log = LoggerFactory.getLogger(Program.class);

  /** Looks for it, and says what was found; blocks for a moment. */
  static Program find(@Nullable Path configured) {
    Optional<Path> path = configured == null ? Programs.onPath("ffmpeg") : Optional.of(configured);
    Optional<Ffmpeg> found = path.flatMap(Ffmpeg::at);
    if (found.isEmpty()) {
      log.warn(
          "no ffmpeg: nobody can stream over RTMP from here; put one on the PATH or set"
              + " passerby.streaming.ffmpeg");
    } else if (!found.get().canTranscode()) {
      log.warn("ffmpeg has no H.264 encoder: only browsers that send H.264 can stream over RTMP");
    }
    return new Program(found.orElse(null));
  }
}
