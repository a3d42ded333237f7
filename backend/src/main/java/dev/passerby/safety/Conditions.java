package dev.passerby.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** A query's conditions, of which some may not be asked for; values are bound, never written. */
final class Conditions {

  private final List<String> all = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  void and(String condition) {
    all.add(condition);
  }

  /** Asks for this only where there is a value to compare with. */
  <T> Conditions and(String condition, String name, @Nullable T value, Function<T, Object> column) {
    if (value != null) {
      all.add(condition);
    }
    return bind(name, value, column);
  }

  <T> Conditions bind(String name, @Nullable T value, Function<T, Object> column) {
    if (value != null) {
      values.put(name, column.apply(value));
    }
    return this;
  }

  /** From {@code WHERE} on; nothing if there is no condition. */
  String sql() {
    return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
  }

  GenericExecuteSpec bindTo(GenericExecuteSpec statement) {
    var bound = statement;
    for (var value : values.entrySet()) {
      bound = bound.bind(value.getKey(), value.getValue());
    }
    return bound;
  }
}
