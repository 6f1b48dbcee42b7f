package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.Expect.terminates;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Capability;
import java.util.ArrayList;
import java.util.List;

/** Section L: the end of an executor meets a body that has just begun, or is just ending. */
public interface ClosingRules extends ConformanceRules {
  /** How many executors are closed by their first body. */
  int CLOSING_BODIES = 200;

  /** How many tasks a shutdown cancels while the only worker leaves: it takes a while. */
  int TASKS_TO_CANCEL = 50_000;

  /**
   * The body is over before its submission has returned, in many of the rounds. If it fails, look
   * whether the thread is known as a worker before its body begins, and until it has ended.
   */
  @Rule(value = "L10", check = "Whether a worker is known as one from the start of its first body.")
  default void closeInAVeryShortBodyFailsFast(Kit kit) throws Exception {
    kit.require(Capability.SHARED_MEMORY);
    kit.require(Capability.ASYNCHRONOUS);
    long end = System.nanoTime() + Limits.RULE.toNanos() / 2; // a loaded machine has fewer rounds
    for (int round = 1; round <= CLOSING_BODIES && System.nanoTime() - end < 0; round++) {
      TaskExecutor executor = kit.open(1);
      TaskFuture<?> closing = executor.submit(executor::close);
      expectThrows(
          "close() as the body of round " + round,
          IllegalStateException.class,
          () -> closing.result(Limits.SIGNAL));
      expectTrue("the executor of round " + round + " terminates", terminates(executor));
    }
  }

  /**
   * The only worker leaves as soon as it sees the shutdown, which still has to cancel what it found
   * queued. If it fails, look whether such tasks count for the termination until they are done.
   */
  @Rule(
      value = "L8",
      needs = {Capability.BOUNDED_WORKERS, Capability.INTERRUPTS_RUNNING_TASKS},
      check = "Whether tasks that a shutdown is still cancelling hold the termination.")
  default void nothingIsPendingOnceItIsTerminated(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    executor.submit(() -> {
      gate.spinUntilInterrupted();
      while (!executor.isShutdown()) {
        Thread.onSpinWait();
      }
    });
    gate.expectArrived(1);
    List<TaskFuture<?>> queued = new ArrayList<>();
    for (int i = 0; i < TASKS_TO_CANCEL; i++) {
      queued.add(executor.submit(() -> {}));
    }
    gate.open();
    Caller<?> stopping = kit.call("shutdownNow()", executor::shutdownNow);
    expectTrue("it terminates", terminates(executor));
    long pending = queued.stream().filter(future -> !future.isDone()).count();
    expectTrue("every future is done by then", pending == 0, pending + " are not");
    stopping.result();
  }
}
