package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Contrast;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.record.RunHeader;
import dev.gauntlet.reports.record.SubjectInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What would change the answers. */
final class Doubts {
  private Doubts() {}

  static List<String> of(Context context) {
    Comparison comparison = context.comparison();
    List<String> doubts = new ArrayList<>();
    doubts.add(rounds(comparison));
    doubts.add(machine(comparison));
    rules(context).ifPresent(doubts::add);
    return doubts;
  }

  private static String rounds(Comparison comparison) {
    long apart =
        comparison.groups().stream()
            .flatMap(group -> group.contrasts().stream())
            .filter(Contrast::differ)
            .count();
    int rounds =
        comparison.groups().stream()
            .flatMap(group -> group.contrasts().stream())
            .mapToInt(Contrast::rounds)
            .max()
            .orElse(0);
    return "More rounds: "
        + apart
        + " of "
        + comparison.pairs()
        + " pairs of subjects are told apart by "
        + rounds
        + (rounds == 1 ? " round." : " rounds.")
        + (apart < comparison.pairs() && rounds < enough(comparison)
            ? " From " + enough(comparison) + " rounds on, " + agreeing(comparison)
            : "");
  }

  private static String agreeing(Comparison comparison) {
    return "any two that come in the same order in every round are told apart, whatever the other pairs do: gauntlet bench"
        + (comparison.run().header().settings().isQuick() ? " --quick" : "")
        + " --rounds "
        + enough(comparison)
        + ".";
  }

  /** Rounds by which two patterns of signs out of all are rare enough for a table of so many. */
  private static int enough(Comparison comparison) {
    int rounds = 1;
    while (2 * comparison.pairs() > Contrast.RATE * Math.pow(2, rounds)) {
      rounds++;
    }
    return rounds;
  }

  private static String machine(Comparison comparison) {
    RunHeader header = comparison.run().header();
    String threads =
        comparison.executorRows().stream()
            .map(row -> row.key().threads())
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return "Another machine, JVM or load: this is "
        + header.machine().cpus()
        + (header.machine().cpus() == 1 ? " CPU" : " CPUs")
        + ", "
        + header.settings().workers()
        + (header.settings().workers() == 1 ? " worker" : " workers")
        + ", and callers on "
        + threads
        + (threads.equals("1") ? " thread." : " threads.");
  }

  private static Optional<String> rules(Context context) {
    if (context.conformance() == null) {
      return Optional.of(
          "The rules: they were not checked in this run, so a subject may be fast because it leaves work out.");
    }
    long unranked =
        context.comparison().executorRows().stream()
            .map(Row::cells)
            .flatMap(List::stream)
            .filter(cell -> !cell.isRanked())
            .count();
    if (unranked > 0) {
      return Optional.of(
          "The rules: "
              + unranked
              + (unranked == 1 ? " value is" : " values are")
              + " left out here, as the subject breaks a rule that the scenario relies on.");
    }
    return breakers(context).isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The rules: "
                + String.join(", ", breakers(context))
                + " may be taken above, as no scenario relies on what they break; where your code does, take one that keeps it.");
  }

  private static List<String> breakers(Context context) {
    return context.comparison().executors().stream()
        .map(SubjectInfo::name)
        .filter(name -> !context.brokenRules(name).isEmpty())
        .toList();
  }
}
