package dev.gauntlet.peers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a table of deviations and names the line of whatever is wrong with it. */
final class DeviationTable {
  private static final List<String> HEADING =
      List.of("subject", "version", "rule", "certainty", "reason");
  private static final Pattern RULE = Pattern.compile("[A-Z][0-9]+");

  private final String source;
  private final Set<List<String>> seen = new HashSet<>();
  private int line;

  DeviationTable(String source) {
    this.source = source;
  }

  List<Deviation> read(List<String> lines) {
    List<Deviation> deviations = new ArrayList<>();
    for (String text : lines) {
      line++;
      List<String> cells = List.of(text.split("\t", -1));
      if (line > 1) {
        deviations.add(deviation(cells));
      } else if (!cells.equals(HEADING)) {
        throw wrong("expected the heading " + String.join(", ", HEADING));
      }
    }
    if (line == 0) {
      throw wrong("empty, not even a heading");
    }
    return deviations;
  }

  private Deviation deviation(List<String> cells) {
    if (cells.size() != HEADING.size()) {
      throw wrong("expected " + HEADING.size() + " columns, found " + cells.size());
    }
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).isBlank()) {
        throw wrong("no " + HEADING.get(i));
      }
    }
    String rule = cells.get(2);
    if (!RULE.matcher(rule).matches()) {
      throw wrong("'" + rule + "' is no id of a rule");
    }
    if (!seen.add(cells.subList(0, 3))) {
      throw wrong(rule + " is recorded twice for " + cells.get(0) + " " + cells.get(1));
    }
    return new Deviation(cells.get(0), cells.get(1), rule, certainty(cells.get(3)), cells.get(4));
  }

  private Deviation.Certainty certainty(String cell) {
    for (Deviation.Certainty certainty : Deviation.Certainty.values()) {
      if (certainty.name().toLowerCase(Locale.ROOT).equals(cell)) {
        return certainty;
      }
    }
    throw wrong("certainty is 'always' or 'sometimes', not '" + cell + "'");
  }

  private IllegalArgumentException wrong(String problem) {
    return new IllegalArgumentException(source + ":" + Math.max(line, 1) + ": " + problem);
  }
}
