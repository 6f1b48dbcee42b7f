package dev.gauntlet.reports.page;

import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.gate.GateSettings;
import java.util.ArrayList;
import java.util.List;

/** How a gate reaches its verdicts, for those who want to check or to doubt them. */
final class GateMethod {
  private GateMethod() {}

  static List<String> paragraphs(GateSettings settings) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        "A pair is one fork, a fresh JVM, of each arm, one directly after the other; a coin decides which comes first. A fork counts with its best iteration (floor) and with its median; iterations are never pooled.");
    paragraphs.add(
        "The change is the Hodges-Lehmann estimate of the ratio within pairs, slower is positive whatever the unit. Its interval is a repeated one: it holds although the pairs are looked at more than once.");
    paragraphs.addAll(verdicts(settings));
    paragraphs.add(
        "A whole pair is dropped when other processes, the hypervisor or a limit of the control group took more than "
            + Numbers.percent(settings.foreignCpuLimit() / 100)
            + " of the processors from either arm.");
    return paragraphs;
  }

  /** What the verdicts mean, one sentence or two each. */
  static List<String> verdicts(GateSettings settings) {
    String tolerance = Numbers.percent(settings.tolerance());
    String margin = Numbers.percent(settings.margin());
    return List.of(
        "Regressed: proved to be slower by more than "
            + tolerance
            + " and not proved to be slower by less than "
            + margin
            + ". If nothing is slower than "
            + tolerance
            + ", any row is called regressed with a probability of at most "
            + Numbers.percent(settings.alpha())
            + ", all rows together.",
        "Pass: proved to be slower by less than "
            + margin
            + ". A row that is slower by "
            + margin
            + " or more passes with a probability of at most "
            + Numbers.percent(settings.beta())
            + ".",
        "Undecided: the pairs allow both. That is no pass: the upper end of the interval says what it could hide.");
  }
}
