package dev.passerby.operator;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lengths of time as people write them: {@code 7d}, {@code 12h}, {@code 300s}. */
final class Times {

  private Times() {}

  /** In the largest unit that is exact. */
  static String words(Duration time) {
    long seconds = time.toSeconds();
    if (seconds == 0) {
      return "none";
    }
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds + "s";
  }

  /** Reads what {@link #words} says, and ISO 8601. */
  static final class Converter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
      // A number alone would be milliseconds, which nobody means here.
      if (!value.matches("\\d+")) {
        try {
          var time = DurationStyle.detectAndParse(value);
          if (!time.isNegative()) {
            return time;
          }
        } catch (IllegalArgumentException e) {
          // Said below.
        }
      }
      throw new TypeConversionException("'" + value + "' is not a time, such as 7d, 12h or 300s");
    }
  }
}
