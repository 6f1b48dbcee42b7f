package dev.gauntlet.soak;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts by kind, from many threads. */
final class Tally<E extends Enum<E>> {
  private final Map<E, LongAdder> counts;

  Tally(Class<E> kinds) {
    counts = new EnumMap<>(kinds);
    for (E kind : kinds.getEnumConstants()) {
      counts.put(kind, new LongAdder());
    }
  }

  void count(E kind) {
    LongAdder adder = counts.get(kind);
    if (adder != null) {
      adder.increment();
    }
  }

  /** Returns the counts so far by names such as {@code shutdown now}, zeros included. */
  Map<String, Long> toMap() {
    Map<String, Long> map = new LinkedHashMap<>();
    counts.forEach((kind, count) -> map.put(nameOf(kind), count.sum()));
    return map;
  }

  static String nameOf(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
