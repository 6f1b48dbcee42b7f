package dev.gauntlet.reports.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the compact constructors share: absent collections become empty ones, absent identities are
 * refused.
 */
final class Fields {
  private Fields() {}

  static void required(@Nullable Object value, String property) {
    if (value == null) {
      throw new IllegalArgumentException("property \"" + property + "\" is missing");
    }
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  static <V> Map<String, V> map(@Nullable Map<String, V> values) {
    return values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
