package dev.gauntlet.reports.page;

import dev.gauntlet.reports.record.SubjectInfo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every subject its colour. The names in {@code colors.txt} keep theirs from run to run,
 * whatever else was measured; others get the colours that are left.
 */
final class Colors {
  private static final Map<String, Integer> KNOWN = known();

  private Colors() {}

  private static Map<String, Integer> known() {
    Map<String, Integer> known = new HashMap<>();
    StyleSheet.resource("colors.txt").lines().forEach(name -> known.put(name, known.size()));
    return Map.copyOf(known);
  }

  /** Palette index by subject. */
  static Map<String, Integer> of(List<SubjectInfo> subjects) {
    Map<String, Integer> colors = new LinkedHashMap<>();
    for (SubjectInfo subject : subjects) {
      Integer known = KNOWN.get(subject.name());
      if (known != null) {
        colors.put(subject.name(), known);
      }
    }
    int next = 0;
    for (SubjectInfo subject : subjects) {
      while (colors.containsValue(next)) {
        next++;
      }
      if (colors.putIfAbsent(subject.name(), next) == null) {
        next++;
      }
    }
    return colors;
  }
}
