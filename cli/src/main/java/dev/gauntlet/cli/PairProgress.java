package dev.gauntlet.cli;

import dev.gauntlet.benchmarks.pair.PairListener;
import dev.gauntlet.benchmarks.pair.Slot;
import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.gate.GateEnd;
import dev.gauntlet.reports.gate.GateFailure;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateState;
import dev.gauntlet.reports.gate.RowState;
import dev.gauntlet.reports.gate.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Shows how far a run over pairs is and its verdict so far: one line that is redrawn on a terminal,
 * one line for each round in a log. Draws when an iteration begins, not while it is measured.
 */
final class PairProgress implements PairListener {
  private final PrintWriter err;
  private final StatusLine status;
  private final GateHeader header;
  private String soFar = "";
  private int forks;

  PairProgress(PrintWriter err, GateHeader header) {
    this.err = err;
    this.status = new StatusLine(err);
    this.header = header;
  }

  /** Says what is going to be measured. */
  void announce(Path state, Duration pair) {
    err.printf(
        Locale.ROOT,
        "%s, %s against %s, about %d s a pair, seed %d%nlog %s%n",
        Text.count(header.rows().size(), "row"),
        CleanText.line(header.candidate().label()),
        CleanText.line(header.base().label()),
        pair.toSeconds(),
        header.settings().seed(),
        state);
    unmatched("only in the candidate, not gated", header.added().size());
    unmatched("only in the base, not gated", header.removed().size());
    unmatched("with another benchmark in each jar: BENCH_CHANGED", header.changed().size());
    err.flush();
  }

  private void unmatched(String what, int rows) {
    if (rows > 0) {
      err.println(Text.count(rows, "row") + " " + what);
    }
  }

  @Override
  public void roundStarted(GateLog log, GateState state, Duration remaining) {
    forks = log.forks().size();
    soFar =
        state.needs().size()
            + " of "
            + Text.count(header.rows().size(), "row")
            + " open, at most "
            + Text.minutes(remaining.toSeconds())
            + verdicts(state);
    if (!status.isDrawn()) {
      err.println(Text.count(forks, "fork") + ": " + soFar);
      err.flush();
    }
  }

  private String verdicts(GateState state) {
    if (header.purpose() == GateHeader.Purpose.CALIBRATE) {
      return "";
    }
    Map<Verdict, Long> decided =
        state.rows().stream()
            .filter(RowState::decided)
            .collect(Collectors.groupingBy(RowState::verdict, TreeMap::new, Collectors.counting()));
    return decided.entrySet().stream()
        .map(entry -> ", " + entry.getValue() + " " + entry.getKey().name().replace('_', ' '))
        .collect(Collectors.joining());
  }

  @Override
  public void waiting(int row) {
    redraw("looking whether the machine is quiet");
  }

  @Override
  public void iterationStarted(Slot slot, boolean warmup, int number) {
    redraw(
        shortName(slot.row())
            + " pair "
            + (slot.pair() + 1)
            + (warmup ? " warm-up " : " iteration ")
            + number);
  }

  private String shortName(int row) {
    return CleanText.line(header.rows().get(row).shortName());
  }

  @Override
  public void forkFinished(GateFork fork) {
    forks++;
  }

  @Override
  public void forkFailed(GateFailure failure) {
    status.clear();
    err.println(
        "FAILED "
            + shortName(failure.row())
            + ", "
            + failure.arm().name().toLowerCase(Locale.ROOT)
            + ": "
            + CleanText.line(failure.reason()));
    err.flush();
  }

  @Override
  public void ended(GateEnd end) {
    status.clear();
    err.flush();
  }

  private void redraw(String what) {
    status.draw("[" + soFar + "] " + what);
  }
}
