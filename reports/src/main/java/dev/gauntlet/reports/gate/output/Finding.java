package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.gate.CounterState;
import dev.gauntlet.reports.gate.GateFailure;
import dev.gauntlet.reports.gate.GateLog;
import dev.gauntlet.reports.gate.GateRow;
import dev.gauntlet.reports.gate.RowState;
import dev.gauntlet.reports.gate.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is gated: a score or an exact count of a row.
 *
 * @param index index of its row
 * @param row its row
 * @param name name of the row, made fit to show
 * @param score which number of it: {@code floor}, {@code median}, or the name of a count
 * @param verdict what was found
 * @param change the change for people, or the two counts
 * @param interval the repeated interval for people; empty when there is none
 * @param pairs kept pairs
 * @param dropped pairs dropped because of the machine
 * @param failed pairs without two usable forks
 * @param words the verdict in words with what follows from it
 * @param benchChanged whether the benchmark itself differs between the arms
 * @param estimate the change as a fraction; null when there is none
 * @param lower lower end of the interval; null when there is none
 * @param upper upper end of the interval; null when there is none
 */
public record Finding(
    int index,
    GateRow row,
    String name,
    String score,
    Verdict verdict,
    String change,
    String interval,
    int pairs,
    int dropped,
    int failed,
    String words,
    boolean benchChanged,
    @Nullable Double estimate,
    @Nullable Double lower,
    @Nullable Double upper) {
  /** Marks a row whose benchmark itself differs between the arms. */
  static final String BENCH_CHANGED = "BENCH_CHANGED";

  static Finding of(RowState state, GateLog log, RowNames names) {
    return new Finding(
        state.row(),
        names.row(state.row()),
        names.name(state.row()),
        state.score().word(),
        state.verdict(),
        Percent.change(state.estimate()),
        Percent.range(state.lower(), state.upper()),
        state.kept(),
        state.dropped(),
        state.failed(),
        marked(words(state, log), state.row(), log),
        isChanged(state.row(), log),
        state.estimate(),
        state.lower(),
        state.upper());
  }

  static Finding of(CounterState state, Verdict verdict, GateLog log, RowNames names) {
    return new Finding(
        state.row(),
        names.row(state.row()),
        names.name(state.row()),
        CleanText.line(state.name().equals("gc.alloc.rate.norm") ? "B/op" : state.name()),
        verdict,
        count(state.base()) + " -> " + count(state.candidate()),
        "",
        state.pairs(),
        0,
        0,
        marked(
            verdict == Verdict.REGRESSED ? "REGRESSED in every pair" : word(verdict),
            state.row(),
            log),
        isChanged(state.row(), log),
        state.base() == 0 ? null : state.candidate() / state.base() - 1,
        null,
        null);
  }

  private static String count(double value) {
    return value == Math.rint(value) ? Numbers.fixed(value, 0) : Numbers.compact(value);
  }

  private static boolean isChanged(int row, GateLog log) {
    return log.header().changed().contains(log.header().rows().get(row));
  }

  private static String marked(String words, int row, GateLog log) {
    return isChanged(row, log) ? words + ", " + BENCH_CHANGED : words;
  }

  private static String words(RowState state, GateLog log) {
    return switch (state.verdict()) {
      case UNDECIDED -> "undecided, " + hides(state) + needed(state);
      case INCOMPLETE -> incomplete(state, log);
      case ENV_UNFIT ->
          "machine unfit, "
              + state.dropped()
              + " of "
              + (state.kept() + state.dropped())
              + " pairs disturbed";
      case FAILED -> "candidate FAILS: " + reason(state.row(), log);
      case IMPROVED, PASS, SLOWER_WITHIN_MARGIN, REGRESSED -> word(state.verdict());
    };
  }

  private static String incomplete(RowState state, GateLog log) {
    if (state.failed() > 0 && state.kept() == 0) {
      return "forks FAIL: " + reason(state.row(), log);
    }
    return "incomplete, "
        + state.kept()
        + " of "
        + log.header().settings().looks().getFirst()
        + " pairs"
        + (state.dropped() == 0 ? "" : ", " + state.dropped() + " dropped");
  }

  private static String reason(int row, GateLog log) {
    List<String> reasons =
        log.failures().stream()
            .filter(failure -> failure.row() == row)
            .map(GateFailure::reason)
            .toList();
    return reasons.isEmpty() ? "no usable result" : CleanText.line(reasons.getFirst());
  }

  private static String hides(RowState state) {
    return state.upper() == null
        ? "could hide anything"
        : "could hide up to " + Percent.change(state.upper());
  }

  private static String needed(RowState state) {
    return state.pairsNeeded() == null ? "" : "; about " + state.pairsNeeded() + " pairs decide";
  }

  /** What a slow-down of this finding could still be, for servers that show one line. */
  public String couldHide() {
    return upper == null ? "could hide anything" : "could hide up to " + Percent.change(upper);
  }

  /** The verdict in one or two words; what must not be overlooked is in capitals. */
  static String word(Verdict verdict) {
    return switch (verdict) {
      case IMPROVED -> "improved";
      case PASS -> "pass";
      case SLOWER_WITHIN_MARGIN -> "slower, within margin";
      case UNDECIDED -> "undecided";
      case INCOMPLETE -> "incomplete";
      case ENV_UNFIT -> "machine unfit";
      case REGRESSED -> "REGRESSED";
      case FAILED -> "FAILED";
    };
  }
}
