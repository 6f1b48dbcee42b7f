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
public final class Fields {
  private Fields() {}

  /** Refuses what is absent, naming the property. */
  public static void required(@Nullable Object value, String property) {
    if (value == null) {
      throw new IllegalArgumentException("property \"" + property + "\" is missing");
    }
  }

  /** The text, or an empty one. */
  public static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** An immutable copy of the list, or an empty one. */
  public static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  /** An immutable copy of the map in its order, or an empty one. */
  public static <V> Map<String, V> map(@Nullable Map<String, V> values) {
    return values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
