package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectNever;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.Expect.terminates;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import java.util.concurrent.TimeUnit;

/** Section L: when an executor has terminated, and who waits for it. */
public interface TerminationRules extends ConformanceRules {

  @Rule(value = "L11", check = "The arithmetic of the deadline in awaitTermination.")
  default void awaitTerminationIsTimed(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.occupy(executor, 1);
    executor.shutdown();
    for (long none : new long[] {0, -1, Long.MIN_VALUE}) {
      expectTrue("a poll returns false", !executor.awaitTermination(none, TimeUnit.NANOSECONDS));
    }
    long start = System.nanoTime();
    boolean ended = executor.awaitTermination(Limits.SILENCE.toNanos(), TimeUnit.NANOSECONDS);
    long elapsed = System.nanoTime() - start;
    expectTrue("it returns false before the termination", !ended);
    expectTrue("not early", elapsed >= Limits.SILENCE.toNanos(), elapsed + " ns");
    Caller<Boolean> waiter =
        kit.call(
            "awaitTermination(MAX)",
            () -> executor.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS));
    waiter.expectBlocked();
    gate.open();
    expectEquals("awaitTermination after the last task", true, waiter.result());
    expectTrue("a later poll", executor.awaitTermination(0, TimeUnit.NANOSECONDS));
  }

  @Rule(value = "L11", check = "Whether awaitTermination on a worker may wait for ever.")
  default void awaitTerminationOnAWorkerTimesOut(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<Boolean> waiting =
        executor.submit(() -> {
          gate.pass();
          executor.shutdown();
          return executor.awaitTermination(Limits.SILENCE.toNanos(), TimeUnit.NANOSECONDS);
        });
    gate.open();
    expectDone("a body that waits for the end of its own executor", waiting);
    expectEquals("what awaitTermination returned", false, waiting.resultNow());
  }

  @Rule(value = "L12", check = "Whether a body counts as running after its future was cancelled.")
  default void aCancelledBodyKeepsItsExecutorAlive(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<?> running = executor.submit(gate::passUninterruptibly);
    gate.expectArrived(1);
    running.cancel(/* mayInterruptIfRunning= */ false);
    expectTrue("isTerminated() is false before a shutdown", !executor.isTerminated());
    executor.shutdown();
    expectNever("it is terminated while a body runs", executor::isTerminated);
    gate.open();
    expectTrue("it terminates", terminates(executor));
    expectTrue("isShutdown() does not revert", executor.isShutdown());
  }

  @Rule(value = "L12", check = "Whether callbacks of a worker are part of its work.")
  default void aCallbackKeepsItsExecutorAlive(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(1);
    Gate body = kit.gate();
    Gate callback = kit.gate();
    kit.running(executor, body, "done").addDoneCallback(done -> callback.passUninterruptibly());
    body.open();
    callback.expectArrived(1);
    executor.shutdown();
    expectNever("it is terminated while a callback runs", executor::isTerminated);
    callback.open();
    expectTrue("it terminates", terminates(executor));
  }
}
