package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.run.RuleResult;
import dev.gauntlet.conformance.run.RuleResult.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps a line for each defect that was caught: its name, the rules that it violates, how many
 * tests failed on it, how many passed, and, if it had to be run again, which rules failed at first.
 */
final class CaughtDefects {
  private static final Path FILE = Path.of("target", "defects.tsv");

  private CaughtDefects() {}

  static void forget() {
    try {
      Files.deleteIfExists(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static synchronized void record(
      Class<?> defect, Set<String> violated, List<RuleResult> results, Set<String> atFirst) {
    String line =
        "%s\t%s\t%d\t%d\t%s%n"
            .formatted(
                defect.getSimpleName(),
                String.join(", ", violated),
                count(results, Outcome.BROKEN),
                count(results, Outcome.KEPT),
                String.join(", ", new TreeSet<>(atFirst)));
    try {
      Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long count(List<RuleResult> results, Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }
}
