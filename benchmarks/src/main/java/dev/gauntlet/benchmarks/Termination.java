package dev.gauntlet.benchmarks;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The end of an executor. Some return from {@code awaitTermination} before their time without
 * having ended (EnhancedQueueExecutor parks but once, and a permit of an earlier wait ends that),
 * so it is asked again.
 */
final class Termination {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Termination() {}

  /**
   * Waits for an executor that has been shut down.
   *
   * @throws WrongAnswerException if it does not end in ten seconds: it has lost a task or a wake-up
   */
  static void await(ExecutorService executor, String name) throws InterruptedException {
    long start = System.nanoTime();
    long left = LIMIT.toNanos();
    while (!executor.awaitTermination(left, TimeUnit.NANOSECONDS)) {
      left = LIMIT.toNanos() - (System.nanoTime() - start);
      if (left <= 0) {
        throw new WrongAnswerException(
            name + " did not terminate within " + LIMIT.toSeconds() + " s after its last task");
      }
    }
  }
}
