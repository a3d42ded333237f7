package dev.passerby.streaming;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The program that makes Flash video of what browsers record. It reads its standard input and
 * writes its standard output and may do nothing else: it never learns where a stream goes, nor the
 * key, nor what else the service was told in its environment. What a person sends may be made to
 * cost more than it should: pictures, memory and threads are bounded.
 *
 * @param h264 its encoder for pictures that are not H.264; null where it has none
 */
record Ffmpeg(Path program, @Nullable String h264) {

  /** The better one first; the second is in builds without GPL parts. */
  private static final List<String> H264_ENCODERS = List.of("libx264", "libopenh264");

  private static final long ANSWER_SECONDS = 10;

  /** Between two key frames: what platforms ask for is two seconds, at the pages' 24 a second. */
  private static final String KEY_EVERY = "48";

  /**
   * A picture of 1920 by 1080 and a little more; whatever says that it is larger is not decoded.
   */
  private static final String MOST_PIXELS = "2100000";

  private static final String MOST_BYTES_AT_ONCE = "134217728";
  private static final String THREADS = "2";

  /** What is encoded is at most 1280 wide, and of even sides, as H.264 wants them. */
  private static final String SIZE = "scale=w=trunc(min(1280\\,iw)/2)*2:h=-2";

  private static final String MOST_PICTURES_A_SECOND = "30";

  /** To be found, and to find its libraries. */
  private static final Set<String> ENVIRONMENT = Set.of("PATH", "LD_LIBRARY_PATH");

  private static final String VIDEO_BITS = "2500k";
  private static final String AUDIO_BITS = "128k";

  /** Asks a program what it can; empty when it is not ffmpeg, or lacks AAC. Blocks. */
  static Optional<Ffmpeg> at(Path program) {
    try {
      Process process =
          process(List.of(program.toString(), "-hide_banner", "-encoders"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String said;
      try (var out = process.getInputStream()) {
        said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      }
      if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return has(said, "aac")
          ? Optional.of(new Ffmpeg(program, encoderIn(said)))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  boolean canTranscode() {
    return h264 != null;
  }

  /** Whether it can make Flash video of this. */
  boolean takes(Media media) {
    return !media.needsTranscoding() || canTranscode();
  }

  /** Begins to make Flash video of it. */
  Process start(Media media) throws IOException {
    return process(command(media)).start();
  }

  private static ProcessBuilder process(List<String> command) {
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().retainAll(ENVIRONMENT);
    return builder;
  }

  List<String> command(Media media) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(List.of("-hide_banner", "-loglevel", "error", "-nostats"));
    command.addAll(List.of("-protocol_whitelist", "pipe"));
    command.addAll(List.of("-probesize", "512k", "-analyzeduration", "1000000"));
    command.addAll(List.of("-threads", THREADS));
    command.addAll(List.of("-max_pixels", MOST_PIXELS, "-max_alloc", MOST_BYTES_AT_ONCE));
    if (media.needsTranscoding()) {
      // A picture that cannot be decoded ends it, or it would go on trying with every other one.
      command.add("-xerror");
    }
    command.addAll(
        switch (media.container()) {
          case MATROSKA -> List.of("-f", "matroska");
          case MP4 -> List.of("-f", "mp4");
        });
    command.addAll(List.of("-i", "pipe:0", "-map", "0:v:0", "-map", "0:a:0"));
    command.addAll(video(media));
    command.addAll(
        media.aac() ? List.of("-c:a", "copy") : List.of("-c:a", "aac", "-b:a", AUDIO_BITS));
    command.addAll(List.of("-f", "flv", "-flvflags", "no_duration_filesize"));
    command.addAll(List.of("-flush_packets", "1", "pipe:1"));
    return List.copyOf(command);
  }

  private List<String> video(Media media) {
    if (!media.needsTranscoding() || h264 == null) {
      return List.of("-c:v", "copy");
    }
    var rate = List.of("-b:v", VIDEO_BITS, "-maxrate", VIDEO_BITS, "-bufsize", "5000k");
    var speed =
        h264.equals("libx264")
            ? List.of("-preset", "veryfast", "-tune", "zerolatency", "-sc_threshold", "0")
            : List.<String>of();
    var shape = List.of("-vf", SIZE, "-fpsmax", MOST_PICTURES_A_SECOND, "-pix_fmt", "yuv420p");
    var encoder = List.of("-c:v", h264, "-g", KEY_EVERY, "-threads", THREADS);
    return Stream.of(shape, encoder, speed, rate).flatMap(List::stream).toList();
  }

  private static @Nullable String encoderIn(String said) {
    return H264_ENCODERS.stream().filter(name -> has(said, name)).findFirst().orElse(null);
  }

  /** Each line is flags, name and description. */
  private static boolean has(String encoders, String name) {
    return encoders
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .anyMatch(words -> words.length > 1 && words[1].equals(name));
  }
}
