package dev.gauntlet.conformance.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The mutants that are known to survive, and why: tab-separated columns part, class, method,
 * mutator, number and reason, below a line that names them.
 */
final class SurvivorList {
  private static final int COLUMNS = 6;

  private SurvivorList() {}

  /**
   * Returns the reasons of one part of the code.
   *
   * @param part what PIT was run on, such as {@code api}
   * @param types the outermost classes that PIT was run on, as in {@link Mutant#type}; empty for
   *     all of the part
   * @throws IllegalArgumentException if a line has no reason, or repeats another one
   */
  static Map<Mutant, String> of(String part, Set<String> types, Path file) throws IOException {
    Map<Mutant, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] columns = line.split("\t", -1);
      if (columns.length != COLUMNS || columns[COLUMNS - 1].isBlank()) {
        throw new IllegalArgumentException("not 6 columns with a reason: " + line);
      }
      Mutant mutant = Mutant.parse(columns[1], columns[2], columns[3], columns[4]);
      boolean asked = types.isEmpty() || types.contains(Mutant.outermost(mutant.type()));
      if (columns[0].equals(part) && asked && reasons.put(mutant, columns[5]) != null) {
        throw new IllegalArgumentException("listed twice: " + line);
      }
    }
    return reasons;
  }
}
