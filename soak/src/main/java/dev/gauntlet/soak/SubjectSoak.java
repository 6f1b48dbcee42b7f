package dev.gauntlet.soak;

import dev.gauntlet.spi.ExecutorProvider;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One subject, epoch after epoch. */
final class SubjectSoak {
  private final ExecutorProvider provider;
  private final SoakOptions options;
  private final FailureHandlers handlers;
  private final Counts counts = new Counts();
  private final Violations violations = new Violations();
  private final HeapTrend heap = new HeapTrend();
  private final long start = System.nanoTime();
  private long epochs;
  private @Nullable Hang hang;

  SubjectSoak(ExecutorProvider provider, SoakOptions options, FailureHandlers handlers) {
    this.provider = provider;
    this.options = options;
    this.handlers = handlers;
  }

  /**
   * Runs epochs until the time is over, something hangs, or the run is stopped; one in any case.
   *
   * @param afterEach is run after each epoch
   */
  SubjectReport run(Duration time, BooleanSupplier stopped, Runnable afterEach)
      throws InterruptedException {
    LongLived longLived = new LongLived(provider, options.patience());
    boolean passes = true;
    do {
      hang = runEpoch(options.firstEpoch() + epochs);
      epochs++;
      passes = passes && hang == null && passes(longLived);
      if (hang == null) {
        heap.sample(seconds());
      }
      afterEach.run();
    } while (hang == null && seconds() < time.toNanos() / 1e9 && !stopped.getAsBoolean());
    if (passes && !longLived.ends()) {
      violations.add(lastEpoch(), "L5", "the executor that outlives epochs does not terminate");
    }
    return report();
  }

  /** Once something is late there, no more is asked of it. */
  private boolean passes(LongLived longLived) throws InterruptedException {
    boolean passes = longLived.passes();
    if (!passes) {
      violations.add(
          lastEpoch(), "L2", "a task of the executor that outlives epochs is not done in time");
    }
    return passes;
  }

  private long lastEpoch() {
    return options.firstEpoch() + epochs - 1;
  }

  private @Nullable Hang runEpoch(long index) throws InterruptedException {
    EpochPlan plan = EpochPlan.of(options.seed(), index, provider.capabilities());
    Ledger ledger = new Ledger(index, violations);
    handlers.leadTo(ledger, plan);
    return new Epoch(plan, provider, ledger, counts, options.patience()).run();
  }

  long epochs() {
    return epochs;
  }

  long violationCount() {
    return violations.count();
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  private SubjectReport report() {
    return SubjectReport.judge(
        provider.name(), epochs, seconds(), counts, heap.report(), violations, hang);
  }
}
