package dev.gauntlet.conformance.broken;

import dev.gauntlet.Completion;
import dev.gauntlet.ReturnWhen;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.SharedOperations;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.spi.Deadline;
import java.time.Duration;

/** Violates W8 only: the partition is returned after a tenth of the time-out. */
@Violates("W8")
final class TimeoutPassesTenTimesAsFast extends ReferenceProvider implements SharedOperations {
  @Override
  public <F extends TaskFuture<?>> Completion<F> await(
      Iterable<? extends F> futures, ReturnWhen when, Duration timeout)
      throws InterruptedException {
    Duration tenth = Duration.ofNanos(Deadline.toNanos(timeout) / 10);
    return SharedOperations.super.await(futures, when, tenth);
  }
}
