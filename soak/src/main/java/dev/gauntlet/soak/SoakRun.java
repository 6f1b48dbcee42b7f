package dev.gauntlet.soak;

import dev.gauntlet.spi.ExecutorProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A soak, from its options to its report. One at a time in a JVM: it takes the default handler of
 * uncaught exceptions and the log of the implementations for itself while it runs.
 */
public final class SoakRun {
  private final SoakOptions options;
  private volatile boolean stopped;

  /** Prepares a run. */
  public SoakRun(SoakOptions options) {
    this.options = options;
  }

  /** Ends the run after the epoch it is in; may be called by any thread. */
  public void stop() {
    stopped = true;
  }

  /**
   * Runs until the time is over, the run is stopped, or something hangs.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  public SoakReport run(SoakListener listener) throws InterruptedException {
    long start = System.nanoTime();
    List<SubjectReport> reports = new ArrayList<>();
    try (FailureHandlers handlers = new FailureHandlers()) {
      for (ExecutorProvider subject : options.subjects()) {
        if (!mayGoOn(reports)) {
          break;
        }
        reports.add(soak(subject, handlers, listener, start));
      }
    }
    boolean complete = reports.size() == options.subjects().size() && mayGoOn(reports);
    return new SoakReport(options.seed(), options.firstEpoch(), complete, reports);
  }

  /** What hangs may still hold a core, and would spoil what comes after it. */
  private boolean mayGoOn(List<SubjectReport> reports) {
    return !stopped && reports.stream().allMatch(report -> report.hang() == null);
  }

  private SubjectReport soak(
      ExecutorProvider subject, FailureHandlers handlers, SoakListener listener, long start)
      throws InterruptedException {
    SubjectSoak soak = new SubjectSoak(subject, options, handlers);
    return soak.run(
        options.time().dividedBy(options.subjects().size()),
        () -> stopped,
        () ->
            listener.epochEnded(subject.name(), soak.epochs(), soak.violationCount(), left(start)));
  }

  private Duration left(long start) {
    Duration left = options.time().minusNanos(System.nanoTime() - start);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
