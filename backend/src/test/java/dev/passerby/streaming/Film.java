package dev.passerby.streaming;

import dev.passerby.DebianProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes media as browsers record it, at the pace at which they do, and looks into what came. */
final class Film {

  private static final Path FFMPEG = DebianProgram.find("ffmpeg", "usr/bin/ffmpeg");
  private static final Path FFPROBE = DebianProgram.find("ffmpeg", "usr/bin/ffprobe");

  private Film() {}

  static Path ffmpeg() {
    return FFMPEG;
  }

  /**
   * Begins to record a moving picture and a tone, as Matroska, as it comes.
   *
   * @param video libx264 or libvpx
   */
  static Process record(String video, Duration length) throws IOException {
    return make(video, "320x180", length, "-re");
  }

  /** The same, with a picture of this size, such as {@code 2560x1440}. */
  static Process record(String video, String size, Duration length) throws IOException {
    return make(video, size, length, "-re");
  }

  /** The same as fast as it can be made. */
  static Process hurry(String video, Duration length) throws IOException {
    return make(video, "320x180", length, "-readrate 0");
  }

  private static Process make(String video, String size, Duration length, String pace)
      throws IOException {
    String seconds = Double.toString(length.toMillis() / 1000.0);
    String speed =
        video.equals("libx264")
            ? "-preset ultrafast -tune zerolatency"
            : "-deadline realtime -cpu-used 8";
    String options =
        String.join(
            " ",
            "-loglevel error",
            pace,
            "-f lavfi -i testsrc2=size=" + size + ":rate=24",
            pace,
            "-f lavfi -i sine=frequency=440:sample_rate=48000 -t",
            seconds,
            "-c:v",
            video,
            speed,
            "-g 24 -b:v 400k -pix_fmt yuv420p -c:a libopus",
            "-cluster_time_limit 200 -flush_packets 1 -f matroska pipe:1");
    return new ProcessBuilder(words(FFMPEG.toString(), options))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Decodes all of it; the codecs in it and its length in seconds. */
  static Facts look(Path file) throws IOException {
    List<String> codecs =
        ask(words(FFPROBE.toString(), "-v error -show_entries stream=codec_name -of csv=p=0", file))
            .lines()
            .sorted()
            .toList();
    List<Double> pictures = times(file, "v:0");
    List<Double> sounds = times(file, "a:0");
    return new Facts(
        codecs,
        size(file),
        pictures.size(),
        sounds.size(),
        pictures.getLast() - pictures.getFirst());
  }

  /**
   * What is in a film.
   *
   * @param codecs in alphabetical order
   * @param size of the picture, such as {@code 320x180}
   * @param pictures how many could be decoded
   * @param sounds how many pieces of sound could be decoded
   * @param seconds from the first picture to the last
   */
  record Facts(List<String> codecs, String size, int pictures, int sounds, double seconds) {}

  private static String size(Path file) throws IOException {
    String options =
        "-v error -select_streams v:0 -show_entries stream=width,height -of csv=p=0:s=x";
    return ask(words(FFPROBE.toString(), options, file)).strip();
  }

  private static List<Double> times(Path file, String stream) throws IOException {
    String said =
        ask(
            words(
                FFPROBE.toString(),
                "-v error -select_streams "
                    + stream
                    + " -show_entries frame=best_effort_timestamp_time -of csv=p=0",
                file));
    return said.lines()
        .map(line -> line.replace(",", ""))
        .filter(line -> !line.isBlank() && !line.equals("N/A"))
        .map(Double::valueOf)
        .toList();
  }

  private static String ask(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static List<String> words(String program, String options, Path... files) {
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(Arrays.asList(options.split(" ")));
    for (Path file : files) {
      words.add(file.toString());
    }
    return words;
  }
}
