package dev.gauntlet.reports.page;

import dev.gauntlet.reports.chart.Palette;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every subject its colour. The first names in {@code colors.txt}, as many as there are
 * colours, keep theirs from run to run whatever else was measured; the others get what is left.
 * Colours repeat, with another marker, only when there are more subjects than colours.
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
    Set<Integer> taken = new HashSet<>();
    subjects.stream()
        .map(SubjectInfo::name)
        .sorted(Comparator.comparingInt(name -> KNOWN.getOrDefault(name, Integer.MAX_VALUE)))
        .forEach(name -> colors.put(name, choose(name, taken)));
    return colors;
  }

  private static int choose(String name, Set<Integer> taken) {
    int index = KNOWN.getOrDefault(name, Palette.size());
    if (index >= Palette.size()) {
      index = 0;
    }
    while (!taken.add(index)) {
      index++;
    }
    return index;
  }
}
