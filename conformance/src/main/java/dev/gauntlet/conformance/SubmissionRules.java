package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.Expect.terminates;
import static dev.gauntlet.conformance.Nothing.nothing;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Section L: what an executor takes in, in which order, and what it refuses. */
public interface SubmissionRules extends ConformanceRules {

  @Rule(value = "L14", check = "The validation in the builder.")
  default void theConfigurationIsValidated(Kit kit) {
    for (int none : new int[] {0, -1, Integer.MIN_VALUE}) {
      expectThrows(
          "workers(" + none + ")",
          IllegalArgumentException.class,
          () -> ExecutorConfig.builder().workers(none));
      expectThrows(
          "queueCapacity(" + none + ")",
          IllegalArgumentException.class,
          () -> ExecutorConfig.builder().queueCapacity(none, RejectionPolicy.REJECT));
    }
    expectTrue("the provider has a name", !kit.provider().name().isBlank());
  }

  @Rule(
      value = "L22",
      needs = {Capability.FIFO_WITH_ONE_WORKER, Capability.BOUNDED_WORKERS},
      check = "Which end of the queue the worker takes from.")
  default void oneWorkerStartsInOrder(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.occupy(executor, 1);
    List<Integer> order = new ArrayList<>();
    List<Integer> submitted = new ArrayList<>();
    TaskFuture<?> last = null;
    for (int i = 0; i < 200; i++) {
      int index = i;
      submitted.add(i);
      last = executor.submit(() -> order.add(index));
    }
    gate.open();
    expectDone("the last task", java.util.Objects.requireNonNull(last));
    expectEquals("the order of the bodies", submitted, order);
  }

  @Rule(value = "L26", check = "Where a null is looked at.")
  default void nullTasksAreRefused(Kit kit) {
    TaskExecutor executor = kit.open(1);
    List<Callable<?>> ways =
        List.of(
            () -> executor.submit(Nothing.<Callable<String>>nothing()),
            () -> executor.submit(Nothing.<Runnable>nothing()),
            () -> executor.submit(Nothing.<Runnable>nothing(), "result"),
            () -> Submissions.execute(executor, nothing()),
            () -> executor.map(nothing(), List.of(1)),
            () -> executor.map(a -> a, Nothing.<List<Integer>>nothing()));
    for (int way = 0; way < ways.size(); way++) {
      expectThrows("a null in way " + way, NullPointerException.class, ways.get(way));
    }
    expectDone("a later task", executor.submit(() -> {}));
  }

  @Rule(
      value = "L28",
      needs = {Capability.BOUNDED_QUEUE, Capability.BOUNDED_WORKERS},
      check = "Whether shutting down needs a place in the queue.")
  default void aFullQueueDoesNotBlockShutdown(Kit kit) throws Exception {
    TaskExecutor executor =
        kit.open(config -> config.workers(1).queueCapacity(1, RejectionPolicy.REJECT));
    Gate gate = kit.occupy(executor, 1);
    TaskFuture<?> queued = executor.submit(() -> {});
    Caller<Boolean> ender =
        kit.call(
            "shutdown() with a full queue",
            () -> {
              executor.shutdown();
              return true;
            });
    ender.result();
    queued.cancel();
    gate.open();
    expectTrue("it terminates", terminates(executor));
  }

  @Rule(
      value = "L29",
      needs = {Capability.BOUNDED_QUEUE, Capability.BOUNDED_WORKERS},
      check = "What is left of a task that REJECT refused.")
  default void rejectLeavesNothingBehind(Kit kit) {
    TaskExecutor executor =
        kit.open(config -> config.workers(1).queueCapacity(2, RejectionPolicy.REJECT));
    Gate gate = kit.occupy(executor, 1);
    AtomicInteger ran = new AtomicInteger();
    List<TaskFuture<?>> accepted = List.of(executor.submit(() -> {}), executor.submit(() -> {}));
    expectThrows(
        "a submit that meets a full queue",
        RejectedExecutionException.class,
        () -> executor.submit(ran::incrementAndGet));
    gate.open();
    accepted.forEach(future -> expectDone("an accepted task", future));
    kit.expectUsable(executor);
    expectEquals("how often the refused body ran", 0, ran.get());
  }

  @Rule(
      value = "L29",
      needs = {Capability.BOUNDED_QUEUE, Capability.BOUNDED_WORKERS},
      check = "Which thread runs a task that finds no place.")
  default void callerRunsRunsOnTheSubmitter(Kit kit) {
    TaskExecutor executor =
        kit.open(config -> config.workers(1).queueCapacity(1, RejectionPolicy.CALLER_RUNS));
    kit.occupy(executor, 1);
    executor.submit(() -> {});
    TaskFuture<Thread> ran = executor.submit(Thread::currentThread);
    expectTrue("the future is done when submit returns", ran.isDone());
    expectEquals("the thread of the body", Thread.currentThread(), ran.resultNow());
  }
}
