package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectCollected;
import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSame;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.FuturesInterruptedException;
import dev.gauntlet.FuturesTimeoutException;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/** Section A: futures in the order in which they are done. */
public interface AsCompletedRules extends ConformanceRules {
  /** How often a late {@code next()} may look as if it had waited. */
  int LATE_ATTEMPTS = 5;

  private static TaskFuture<String> done(Kit kit) {
    TaskFuture<String> future = kit.open(1).submit(() -> "done");
    expectDone("a task", future);
    return future;
  }

  @Rule(value = "A1", check = "Which outcomes reach the iterator, and how duplicates are dropped.")
  default void eachFutureIsYieldedOnce(Kit kit) {
    TaskExecutor executor = kit.open(2);
    Gate gate = kit.gate();
    TaskFuture<String> cancelled = kit.held("dropped").future();
    cancelled.cancel(false);
    List<TaskFuture<?>> futures = new ArrayList<>(List.of(cancelled));
    for (int i = 0; i < 200; i++) {
      int index = i;
      futures.add(
          executor.submit(() -> {
            gate.passUninterruptibly();
            if (index % 2 == 0) {
              throw new IllegalStateException("on purpose");
            }
            return index;
          }));
    }
    List<TaskFuture<?>> twice = new ArrayList<>(futures);
    twice.addAll(futures);
    Caller<List<TaskFuture<?>>> consumer =
        kit.call("the iteration", () -> drained(kit.operations().asCompleted(twice)));
    consumer.expectBlocked();
    gate.open();
    List<TaskFuture<?>> yielded = consumer.result();
    expectEquals("the number of futures yielded", futures.size(), yielded.size());
    expectEquals("the futures yielded", new HashSet<>(futures), new HashSet<>(yielded));
  }

  private static List<TaskFuture<?>> drained(CompletionIterator<TaskFuture<?>> iterator) {
    List<TaskFuture<?>> yielded = new ArrayList<>();
    iterator.forEachRemaining(yielded::add);
    return yielded;
  }

  @Rule(value = "A2", check = "The order in which completions reach the iterator.")
  default void theOrderIsThatOfCompletion(Kit kit) {
    List<Kit.Held<Integer>> held = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      held.add(kit.held(i));
    }
    held.get(2).complete();
    List<TaskFuture<Integer>> futures = new ArrayList<>();
    held.forEach(each -> futures.add(each.future()));
    try (CompletionIterator<TaskFuture<Integer>> iterator = kit.operations().asCompleted(futures)) {
      for (int next : new int[] {3, 0, 1}) {
        // Callbacks run after the waiters were told (S5): the arrivals have an order.
        CallbackProbe told = kit.probe().on(futures.get(next));
        held.get(next).complete();
        told.expectCalled();
      }
      for (int expected : new int[] {2, 3, 0, 1}) {
        expectSame("the next future", futures.get(expected), iterator.next());
      }
    }
  }

  @Rule(
      value = "A3",
      needs = Capability.BOUNDED_WORKERS,
      check = "Whether a cancel in the queue tells the waiters itself.")
  default void aCancelledFutureIsYieldedAtOnce(Kit kit) {
    Kit.Held<String> queued = kit.queued(() -> "never");
    try (CompletionIterator<TaskFuture<String>> iterator =
        kit.operations().asCompleted(List.of(queued.future()))) {
      Caller<TaskFuture<String>> next = kit.call("next()", iterator::next);
      next.expectBlocked();
      queued.future().cancel();
      expectSame("the next future", queued.future(), next.result());
    }
  }

  @Rule(value = "A4", check = "When the deadline is computed.")
  default void theTimeoutCountsFromTheCall(Kit kit) {
    TaskFuture<String> open = kit.held("open").future();
    int attempts = 0;
    while (attempts < LATE_ATTEMPTS && waitsOnceMore(kit, open)) {
      attempts++;
    }
    expectTrue("next() after the deadline does not wait for it again", attempts < LATE_ATTEMPTS);
    CompletionIterator<TaskFuture<String>> second =
        kit.operations().asCompleted(List.of(open), Limits.SILENCE);
    long start = System.nanoTime();
    expectThrows("next()", FuturesTimeoutException.class, second::next);
    expectTrue(
        "next() does not time out early",
        System.nanoTime() - start >= Limits.SILENCE.toNanos() / 2,
        (System.nanoTime() - start) + " ns");
  }

  /** A thread that was not scheduled for so long looks as if it had waited: hence the attempts. */
  private static boolean waitsOnceMore(Kit kit, TaskFuture<String> open) {
    long called = System.nanoTime();
    CompletionIterator<TaskFuture<String>> iterator =
        kit.operations().asCompleted(List.of(open), Limits.SILENCE);
    expectSoon(
        "the time-out passes before the first next()",
        () -> System.nanoTime() - called > Limits.SILENCE.toNanos());
    long start = System.nanoTime();
    expectThrows("next() after the deadline", FuturesTimeoutException.class, iterator::next);
    return System.nanoTime() - start >= Limits.SILENCE.toNanos();
  }

  @Rule(value = "A5", check = "What is looked at again once the deadline has passed.")
  default void atTheDeadlineDoneFuturesComeFirst(Kit kit) {
    List<Kit.Held<Integer>> held = List.of(kit.held(0), kit.held(1), kit.held(2), kit.held(3));
    List<TaskFuture<Integer>> futures = new ArrayList<>();
    held.forEach(each -> futures.add(each.future()));
    long called = System.nanoTime();
    CompletionIterator<TaskFuture<Integer>> iterator =
        kit.operations().asCompleted(futures, Limits.SILENCE);
    expectSoon("the time-out passes", () -> System.nanoTime() - called > Limits.SILENCE.toNanos());
    held.get(3).complete();
    held.get(1).complete();
    Set<TaskFuture<Integer>> late = new HashSet<>();
    late.add(iterator.next());
    late.add(iterator.next());
    expectEquals(
        "what is yielded after the deadline", Set.of(futures.get(1), futures.get(3)), late);
    FuturesTimeoutException thrown =
        expectThrows("the next next()", FuturesTimeoutException.class, iterator::next);
    expectEquals("the message", "2 (of 4) futures unfinished", thrown.getMessage());
    expectEquals("unfinished()", 2, thrown.unfinished());
    expectEquals("total()", 4, thrown.total());
  }

  @Rule(value = "A6", check = "The handling of a time-out that is not positive.")
  default void withoutTimeItPolls(Kit kit) {
    TaskFuture<String> finished = done(kit);
    TaskFuture<String> open = kit.held("open").future();
    for (Duration none : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
      CompletionIterator<TaskFuture<String>> some =
          kit.operations().asCompleted(List.of(open, finished), none);
      expectSame("the first future", finished, some.next());
      expectThrows("the second next()", FuturesTimeoutException.class, some::next);
      CompletionIterator<TaskFuture<String>> all =
          kit.operations().asCompleted(List.of(finished), none);
      expectSame("the only future", finished, all.next());
      expectTrue("nothing is left", !all.hasNext());
    }
  }

  @Rule(value = "A7", check = "What the iterator does after its end.")
  default void afterItsEndItIsExhausted(Kit kit) {
    CountedFuture<String> open = kit.counted(kit.held("open").future());
    CompletionIterator<TaskFuture<String>> timedOut =
        kit.operations().asCompleted(List.of(open), Duration.ZERO);
    expectThrows("next()", FuturesTimeoutException.class, timedOut::next);
    expectExhausted("after the time-out", timedOut);
    expectEquals("waiters left after the time-out", 0, open.waiters());
    expectEquals("the state of the future", TaskState.RUNNING, open.taskState());
    CompletionIterator<TaskFuture<String>> ended = kit.operations().asCompleted(List.of(done(kit)));
    ended.next();
    expectExhausted("after the last future", ended);
  }

  private static void expectExhausted(String when, CompletionIterator<?> iterator) {
    expectTrue("hasNext() is false " + when, !iterator.hasNext());
    expectThrows("next() " + when, NoSuchElementException.class, iterator::next);
  }

  @Rule(value = "A8", check = "Whether close() takes the registrations back.")
  default void closeLeavesNoWaiter(Kit kit) {
    CountedFuture<String> open = kit.counted(kit.held("open").future());
    CompletionIterator<TaskFuture<String>> iterator = kit.operations().asCompleted(List.of(open));
    expectEquals("waiters during the iteration", 1, open.waiters());
    iterator.close();
    expectEquals("waiters after close()", 0, open.waiters());
    expectExhausted("after close()", iterator);
    iterator.close();
  }

  @Rule(value = "A8", check = "Whether the futures hold the iterator itself.")
  default void anAbandonedIteratorLeavesNoWaiter(Kit kit) {
    CountedFuture<String> open = kit.counted(kit.held("open").future());
    abandon(kit, open);
    expectSoon(
        "the registrations of an abandoned iterator are given back after a collection",
        () -> {
          System.gc();
          return open.waiters() == 0;
        });
  }

  private static void abandon(Kit kit, CountedFuture<String> open) {
    expectTrue(
        "an iterator over an open future has a next element",
        kit.operations().asCompleted(List.of(open)).hasNext());
  }

  @Rule(value = "A9", check = "Which collections of the iterator still hold a yielded future.")
  default void aYieldedFutureIsNotRetained(Kit kit) {
    TaskFuture<String> open = kit.held("open").future();
    // Opened through the provider: the kit itself must not hold the future either.
    kit.require(Capability.SHARED_MEMORY);
    TaskExecutor executor = kit.subject(kit.open(1));
    List<TaskFuture<?>> futures = new ArrayList<>();
    futures.add(executor.submit(() -> "yielded"));
    futures.add(open);
    CompletionIterator<TaskFuture<?>> iterator = kit.operations().asCompleted(futures);
    futures.clear();
    WeakReference<TaskFuture<?>> yielded = new WeakReference<>(iterator.next());
    expectDone("a further task, so that the worker forgets the first", executor.submit(() -> {}));
    expectCollected("a future that was yielded", yielded);
    expectTrue("the other future is still to come", iterator.hasNext());
    iterator.close();
  }

  @Rule(value = "A10", check = "What an interrupt leaves of the iterator.")
  default void anInterruptedNextCanBeRepeated(Kit kit) {
    Kit.Held<String> held = kit.held("in the end");
    CompletionIterator<TaskFuture<String>> iterator =
        kit.operations().asCompleted(List.of(held.future()));
    Caller<Boolean> interrupted =
        kit.call(
            "next()",
            () -> {
              expectThrows("next()", FuturesInterruptedException.class, iterator::next);
              return Thread.currentThread().isInterrupted();
            });
    interrupted.expectBlocked();
    interrupted.interrupt();
    expectEquals("the flag after the interrupted next()", true, interrupted.result());
    expectTrue("hasNext() is still true", iterator.hasNext());
    held.complete();
    expectSame("what the repeated next() yields", held.future(), iterator.next());
  }

  @Rule(value = "A11", check = "The shortcut for an empty input.")
  default void ofNothingItIsEmpty(Kit kit) {
    List<TaskFuture<?>> none = List.of();
    expectExhausted("for no futures", kit.operations().asCompleted(none));
    expectExhausted(
        "for no futures and no time", kit.operations().asCompleted(none, Duration.ofSeconds(-1)));
  }
}
