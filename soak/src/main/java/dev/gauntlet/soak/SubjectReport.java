package dev.gauntlet.soak;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an implementation has been through.
 *
 * @param subject its name
 * @param epochs how many executors were opened and ended
 * @param seconds how long it took
 * @param operations what actors did, by kind; operations that bodies and callbacks do are not in it
 * @param tasks what became of the tasks, by outcome
 * @param faults what went wrong on purpose: in bodies and callbacks, in thread factories, and
 *     interrupts of workers that nobody asked for
 * @param heap the memory in use
 * @param violationCount how often something was broken
 * @param violations the first of these
 * @param hang what hung, and ended the run; null if nothing did
 * @param verdict what it comes to
 */
public record SubjectReport(
    String subject,
    long epochs,
    double seconds,
    Map<String, Long> operations,
    Map<String, Long> tasks,
    Map<String, Long> faults,
    HeapReport heap,
    long violationCount,
    List<Violation> violations,
    @Nullable Hang hang,
    Verdict verdict) {

  /** What it comes to; the first that applies. */
  public enum Verdict {
    /** Something did not end in time. */
    HANGS,
    /** A rule was broken. */
    BROKEN,
    /** The memory in use grows. */
    LEAKS,
    /** Nothing was wrong. */
    OK
  }

  /** Returns the report with its verdict. */
  static SubjectReport judge(
      String subject,
      long epochs,
      double seconds,
      Counts counts,
      HeapReport heap,
      Violations violations,
      @Nullable Hang hang) {
    return new SubjectReport(
        subject,
        epochs,
        seconds,
        counts.operations.toMap(),
        counts.outcomes.toMap(),
        counts.allFaults(),
        heap,
        violations.count(),
        violations.first(),
        hang,
        verdict(heap, violations, hang));
  }

  private static Verdict verdict(HeapReport heap, Violations violations, @Nullable Hang hang) {
    if (hang != null) {
      return Verdict.HANGS;
    }
    if (violations.count() > 0) {
      return Verdict.BROKEN;
    }
    return heap.leaks() ? Verdict.LEAKS : Verdict.OK;
  }
}
