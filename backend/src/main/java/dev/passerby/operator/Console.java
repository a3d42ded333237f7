package dev.passerby.operator;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a command says things, and the environment that it was called in. */
final class Console {

  private final PrintWriter out;
  private final PrintWriter err;
  // May hold a key; so this is no record, which would print it.
  private final Map<String, String> environment;

  Console(PrintWriter out, PrintWriter err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  /** Says one line, at once, so that what was said is there when the program is killed. */
  @FormatMethod
  void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }

  /** Says one line about something that the operator should know. */
  @FormatMethod
  void warn(String format, Object... values) {
    err.println("Warning: " + String.format(Locale.ROOT, format, values));
    err.flush();
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  /** The variables whose names begin like this. */
  Map<String, String> variables(String prefix) {
    return environment.entrySet().stream()
        .filter(variable -> variable.getKey().startsWith(prefix))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A variable that is set to something. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
