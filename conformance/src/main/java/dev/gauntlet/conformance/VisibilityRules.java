package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.Expect.terminates;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import dev.gauntlet.spi.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section V: happens-before edges, with plain fields on both sides. A missing edge shows in some
 * rounds on some hardware; the races beside the kit look harder.
 */
public interface VisibilityRules extends ConformanceRules {

  /** How often each handover is repeated. */
  int ROUNDS = 1_000;

  /** What is handed over: plain fields, on purpose. */
  final class Plain {
    private int first;
    private int second;

    Plain() {}

    Plain write(int value) {
      first = value;
      second = value;
      return this;
    }

    void expect(String edge, int value) {
      expectEquals("a plain field " + edge, value, first);
      expectEquals("another plain field " + edge, value, second);
    }
  }

  private static TaskExecutor executor(Kit kit, int workers) {
    kit.require(Capability.SHARED_MEMORY);
    return kit.open(workers);
  }

  @Rule(value = "V1", check = "The write that publishes a task to the worker.")
  default void submitterToBody(Kit kit) throws Exception {
    TaskExecutor executor = executor(kit, 2);
    for (int i = 1; i <= ROUNDS; i++) {
      int value = i;
      Plain plain = new Plain().write(value);
      TaskFuture<?> future =
          executor.submit(() -> plain.expect("written before submit, read by the body", value));
      future.get(Limits.SIGNAL.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  @Rule(value = "V2", check = "The write that publishes the outcome, and the read in get().")
  default void bodyToRetrieval(Kit kit) throws Exception {
    TaskExecutor executor = executor(kit, 2);
    for (int i = 1; i <= ROUNDS; i++) {
      int value = i;
      Plain plain = new Plain();
      executor.submit(() -> plain.write(value)).get();
      plain.expect("written by the body, read after get()", value);
    }
  }

  @Rule(value = "V2", check = "The write that publishes a failure, and the read in get().")
  default void failingBodyToRetrieval(Kit kit) throws Exception {
    TaskExecutor executor = executor(kit, 2);
    for (int i = 1; i <= ROUNDS; i++) {
      int value = i;
      Plain plain = new Plain();
      TaskFuture<?> future =
          executor.submit(() -> {
            plain.write(value);
            throw new IllegalStateException("on purpose");
          });
      try {
        future.get();
      } catch (ExecutionException expected) {
        plain.expect("written by the failing body, read after get()", value);
      }
    }
  }

  /** In every second pair of rounds the body gives the first look time to come first. */
  @Rule(value = "V3", check = "The mode in which isDone() and taskState() read the state.")
  default void bodyToPoll(Kit kit) {
    TaskExecutor executor = executor(kit, 2);
    for (int i = 1; i <= ROUNDS; i++) {
      int value = i;
      Plain plain = new Plain();
      AtomicBoolean polled = new AtomicBoolean(i % 4 > 1);
      TaskFuture<?> future =
          executor.submit(() -> {
            spinBrieflyUntil(polled);
            return plain.write(value);
          });
      long end = System.nanoTime() + Limits.SIGNAL.toNanos();
      while (!(value % 2 == 0 ? future.isDone() : future.taskState().isDone())) {
        polled.set(true);
        expectTrue("the task is done soon", System.nanoTime() < end);
        Thread.onSpinWait();
      }
      plain.expect("written by the body, read after a poll", value);
    }
  }

  /** In every fourth round the body gives the registration time to come first. */
  @Rule(value = "V4", check = "What orders the outcome before the start of a callback.")
  default void bodyToCallback(Kit kit) {
    TaskExecutor executor = executor(kit, 2);
    for (int i = 1; i <= ROUNDS; i++) {
      int value = i;
      Plain plain = new Plain();
      AtomicInteger seen = new AtomicInteger();
      AtomicBoolean registered = new AtomicBoolean(i % 4 != 0);
      TaskFuture<?> future =
          executor.submit(() -> {
            spinBrieflyUntil(registered);
            return plain.write(value);
          });
      future.addDoneCallback(done -> seen.set(plain.first == plain.second ? plain.first : -1));
      registered.set(true);
      expectSoon("the callback is called", () -> seen.get() != 0);
      expectEquals("a plain field written by the body, read by a callback", value, seen.get());
    }
  }

  private static void spinBrieflyUntil(AtomicBoolean condition) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1);
    while (!condition.get() && System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
  }

  @Rule(
      value = "V5",
      needs = Capability.BOUNDED_WORKERS,
      check = "The write that cancels, and the reads that observe it.")
  default void cancellerToObserver(Kit kit) {
    TaskExecutor executor = executor(kit, 1);
    kit.occupy(executor, 1);
    for (int i = 1; i <= ROUNDS / 4; i++) {
      int value = i;
      Plain plain = new Plain();
      TaskFuture<?> future = executor.submit(() -> {});
      kit.race(
          () -> {
            plain.write(value);
            future.cancel(false);
          },
          () -> observeCancellation(future, plain, value));
    }
  }

  private static void observeCancellation(TaskFuture<?> future, Plain plain, int value) {
    if (value % 2 == 0) {
      while (!future.isCancelled()) {
        Thread.onSpinWait();
      }
    } else {
      try {
        future.result();
      } catch (CancellationException expected) {
        // It is what the observer waits for.
      } catch (InterruptedException interrupt) {
        throw new IllegalStateException(interrupt);
      }
    }
    plain.expect("written before cancel, read after observing it", value);
  }

  @Rule(value = "V6", check = "What await, asCompleted and map read before they hand a future out.")
  default void bodyToBulkOperations(Kit kit) throws Exception {
    TaskExecutor executor = executor(kit, 2);
    for (int i = 1; i <= ROUNDS / 3; i++) {
      int value = i;
      Plain awaited = new Plain();
      TaskFutures.await(List.of(executor.submit(() -> awaited.write(value))));
      awaited.expect("written by the body, read after await()", value);
      Plain yielded = new Plain();
      TaskFuture<?> future = executor.submit(() -> yielded.write(value));
      try (CompletionIterator<TaskFuture<?>> done = TaskFutures.asCompleted(List.of(future))) {
        done.next();
      }
      yielded.expect("written by the body, read after it was yielded", value);
      Plain mapped = new Plain();
      try (MappedResults<Plain> results = executor.map(mapped::write, List.of(value))) {
        results.next();
      }
      mapped.expect("written by the body, read after next() of map", value);
    }
  }

  @Rule(value = "V7", check = "What orders the last worker before the end of the executor.")
  default void bodiesToTermination(Kit kit) throws Exception {
    for (int i = 1; i <= ROUNDS / 10; i++) {
      int value = i;
      TaskExecutor executor = executor(kit, 2);
      List<Plain> written = new ArrayList<>();
      for (int task = 0; task < 4; task++) {
        Plain byBody = new Plain();
        Plain byCallback = new Plain();
        written.add(byBody);
        Gate gate = kit.gate();
        TaskFuture<?> future =
            executor.submit(() -> {
              gate.passUninterruptibly();
              byBody.write(value);
            });
        future.addDoneCallback(done -> byCallback.write(value));
        written.add(byCallback);
        gate.open();
      }
      awaitEnd(executor, value);
      for (Plain plain : written) {
        plain.expect("written by a body or a callback, read after termination", value);
      }
    }
  }

  private static void awaitEnd(TaskExecutor executor, int round) throws InterruptedException {
    executor.shutdown();
    switch (round % 3) {
      case 0 -> expectTrue("the executor terminates", terminates(executor));
      case 1 -> executor.close();
      default -> expectSoon("the executor terminates", executor::isTerminated);
    }
  }

  @Rule(
      value = "V8",
      needs = Capability.INITIALIZER,
      check = "Whether the initializer runs on the worker itself.")
  default void initializerToBody(Kit kit) throws Exception {
    for (int i = 1; i <= ROUNDS / 10; i++) {
      int value = i;
      Plain plain = new Plain();
      TaskExecutor executor =
          kit.open(config -> config.workers(1).initializer(() -> plain.write(value)));
      TaskFuture<?> future =
          executor.submit(() -> plain.expect("written by the initializer, read by a body", value));
      future.get(Limits.SIGNAL.toNanos(), TimeUnit.NANOSECONDS);
      executor.close();
    }
  }

  @Rule(
      value = "V9",
      needs = Capability.BOUNDED_WORKERS,
      check = "Whether bodies of one worker can overlap, or a successor miss its predecessor.")
  default void bodyToNextBody(Kit kit) {
    TaskExecutor executor = executor(kit, 1);
    Plain plain = new Plain();
    List<TaskFuture<?>> futures = new ArrayList<>();
    for (int i = 1; i <= ROUNDS; i++) {
      futures.add(executor.submit(() -> plain.write(plain.first + 1)));
    }
    futures.forEach(future -> expectDone("a task", future));
    plain.expect("incremented by " + ROUNDS + " bodies of one worker", ROUNDS);
  }

  @Rule(
      value = "V9",
      needs = Capability.BOUNDED_WORKERS,
      check = "What orders a dying worker before the one that replaces it.")
  default void bodyToNextBodyAcrossWorkers(Kit kit) {
    TaskExecutor executor = executor(kit, 1);
    Plain plain = new Plain();
    for (int i = 1; i <= ROUNDS / 10; i++) {
      executor.execute(() -> {
        plain.write(plain.first + 1);
        throw new Escaping();
      });
    }
    TaskFuture<Plain> last = executor.submit(() -> plain.write(plain.first + 1));
    expectDone("a task after the deaths of workers", last);
    plain.expect("incremented by bodies of successive workers", ROUNDS / 10 + 1);
  }
}
