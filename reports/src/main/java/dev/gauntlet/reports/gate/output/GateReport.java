package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.gate.CounterState;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateState;
import dev.gauntlet.reports.gate.RowState;
import dev.gauntlet.reports.gate.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a log says, ready to be written down in any form.
 *
 * @param log the log
 * @param state its evaluation
 * @param findings everything that is gated, the worst first, else in the order of the rows
 * @param reproduce the command that measures the same again
 * @param sight what this machine can see; null when it is not calibrated
 */
public record GateReport(
    GateLog log, GateState state, List<Finding> findings, String reproduce, @Nullable Sight sight) {

  /**
   * Evaluates a log.
   *
   * @param reproduce the command that measures the same again, with its seed
   * @param sight what this machine can see; null when it is not calibrated
   */
  public static GateReport of(GateLog log, String reproduce, @Nullable Sight sight) {
    GateState state = GateState.of(log);
    RowNames names = RowNames.of(log.header().rows());
    List<Finding> findings = new ArrayList<>();
    for (RowState row : state.rows()) {
      findings.add(Finding.of(row, log, names));
    }
    for (CounterState counter : state.counters()) {
      Verdict verdict = counter.verdict();
      if (verdict != null) {
        findings.add(Finding.of(counter, verdict, log, names));
      }
    }
    findings.sort(Comparator.comparing(Finding::verdict).reversed());
    return new GateReport(log, state, List.copyOf(findings), reproduce, sight);
  }

  /** The verdict on the whole in one line. */
  public String headline() {
    return Headline.of(this);
  }

  /** How it was measured and on what, one fact a line; made fit to show. */
  public List<String> environment() {
    return new GateFacts(log).environment();
  }

  /** What a reader has to know before believing the verdict, one line each; made fit to show. */
  public List<String> notices() {
    return new GateFacts(log).notices();
  }

  /** What this machine can see, one fact a line; made fit to show. */
  public List<String> visibility() {
    return new GateFacts(log).sight(sight);
  }

  /** The worst verdict. */
  public Verdict verdict() {
    return state.verdict();
  }

  /** How many findings have each verdict. */
  public Map<Verdict, Long> counts() {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    findings.forEach(finding -> counts.merge(finding.verdict(), 1L, Long::sum));
    return counts;
  }

  /** Whether anything at all was decided. */
  public boolean isAnythingDecided() {
    return findings.stream()
        .anyMatch(finding ->
            finding.verdict() != Verdict.INCOMPLETE && finding.verdict() != Verdict.UNDECIDED);
  }

  /** Whether a benchmark itself differs between the arms, so that its row says less. */
  public boolean isAnyBenchmarkChanged() {
    return !log.header().changed().isEmpty();
  }

  /** Whether a row has forks that failed and no pair that is whole. */
  public boolean hasRowOfFailures() {
    return state.rows().stream()
        .anyMatch(row -> row.failed() > 0 && row.kept() + row.dropped() == 0);
  }
}
