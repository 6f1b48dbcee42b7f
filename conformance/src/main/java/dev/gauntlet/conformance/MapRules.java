package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSame;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.MapInputs.drain;
import static dev.gauntlet.conformance.MapInputs.upTo;
import static dev.gauntlet.conformance.MapInputs.waitingAt;

import dev.gauntlet.FuturesInterruptedException;
import dev.gauntlet.FuturesTimeoutException;
import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Section M: a function over many inputs. */
public interface MapRules extends ConformanceRules {

  @Rule(value = "M1", check = "In which order the futures are read, and how null is treated.")
  default void resultsComeInInputOrder(Kit kit) {
    TaskExecutor executor = kit.open(2);
    expectEquals("200 results", upTo(200), drain(executor.map(a -> a, upTo(200))));
    List<@Nullable String> withNulls = Arrays.asList("a", null, "c");
    Function<@Nullable String, @Nullable String> same = input -> input;
    expectEquals("results with nulls", withNulls, drain(executor.map(same, withNulls)));
    expectEquals("results of nothing", List.of(), drain(executor.map(a -> a, List.of())));
  }

  @Rule(value = "M2", check = "When the input is read, and whether map waits.")
  default void everyInputIsSubmittedBeforeMapReturns(Kit kit) {
    TaskExecutor executor = kit.open(2);
    Gate gate = kit.gate();
    AtomicInteger pulled = new AtomicInteger();
    Iterator<Integer> source = upTo(20).iterator();
    Iterable<Integer> counted =
        () ->
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return source.hasNext();
              }

              @Override
              public Integer next() {
                pulled.incrementAndGet();
                return source.next();
              }
            };
    Caller<MappedResults<Integer>> mapper =
        kit.call("map()", () -> executor.map(waitingAt(gate), counted));
    MappedResults<Integer> results = mapper.result();
    expectEquals("the number of inputs read when map returns", 20, pulled.get());
    gate.expectArrived(2);
    gate.open();
    expectEquals("the results", upTo(20), drain(results));
  }

  @Rule(value = "M3", check = "What next() does after it threw the failure of a position.")
  default void aFailureSurfacesAtItsPosition(Kit kit) {
    TaskExecutor executor = kit.open(2);
    IllegalStateException failure = new IllegalStateException("on purpose");
    MappedResults<Integer> results =
        executor.map(
            input -> {
              if (input == 1) {
                throw failure;
              }
              return input;
            },
            upTo(3));
    expectEquals("the first result", 0, results.next());
    expectSame(
        "what the second next() throws",
        failure,
        expectThrows("the second next()", IllegalStateException.class, results::next));
    expectTrue("hasNext() after the failure", results.hasNext());
    expectEquals("the third result", 2, results.next());
    expectTrue("hasNext() is false at the end", !results.hasNext());
  }

  @Rule(value = "M4", check = "When the deadline is computed, and what is cancelled at it.")
  default void atTheDeadlineTheRestIsCancelled(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    Set<Integer> started = ConcurrentHashMap.newKeySet();
    MappedResults<Integer> results =
        executor.map(
            input -> {
              started.add(input);
              if (input > 0) {
                gate.passUninterruptibly();
              }
              return input;
            },
            upTo(4),
            MapOptions.defaults().withTimeout(Limits.SILENCE));
    long called = System.nanoTime();
    gate.expectArrived(1);
    expectSoon("the time-out passes", () -> System.nanoTime() - called > Limits.SILENCE.toNanos());
    expectEquals("a result that is there after the deadline", 0, results.next());
    expectThrows("a next() without a result", FuturesTimeoutException.class, results::next);
    expectTrue("hasNext() is false after the time-out", !results.hasNext());
    expectThrows("next() after the time-out", NoSuchElementException.class, results::next);
    if (kit.has(Capability.BOUNDED_WORKERS)) {
      gate.open();
      expectDone("a later task", executor.submit(() -> {}));
      expectEquals("the inputs whose bodies ran", Set.of(0, 1), started);
    }
  }

  @Rule(value = "M5", check = "How a time-out of the wait is told from one thrown by the body.")
  default void aTimeoutOfTheFunctionIsAFailure(Kit kit) {
    TaskExecutor executor = kit.open(2);
    FuturesTimeoutException thrownByFunction = new FuturesTimeoutException(1, 1);
    MappedResults<Integer> results =
        executor.map(
            input -> {
              if (input == 0) {
                throw thrownByFunction;
              }
              return input;
            },
            upTo(2),
            MapOptions.defaults().withTimeout(Limits.SIGNAL));
    expectSame(
        "what the first next() throws",
        thrownByFunction,
        expectThrows("the first next()", FuturesTimeoutException.class, results::next));
    expectEquals("the second result", 1, results.next());
  }

  @Rule(
      value = "M6",
      needs = Capability.BOUNDED_WORKERS,
      check = "Whether close() cancels although next() was never called.")
  default void closeCancelsWhatHasNotStarted(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    MappedResults<Integer> results = executor.map(waitingAt(gate), upTo(5));
    gate.expectArrived(1);
    results.close();
    results.close();
    expectTrue("hasNext() is false after close()", !results.hasNext());
    expectThrows("next() after close()", NoSuchElementException.class, results::next);
    gate.open();
    expectDone("a later task", executor.submit(() -> {}));
    expectEquals("the number of bodies that started", 1, gate.arrived());
  }

  @Rule(
      value = "M8",
      needs = Capability.BOUNDED_WORKERS,
      check = "What happens to earlier tasks when the input throws.")
  default void aFailingInputTakesTheTasksBack(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate occupied = kit.occupy(executor, 1);
    AtomicInteger ran = new AtomicInteger();
    IllegalStateException failure = new IllegalStateException("of the input, on purpose");
    Iterator<Integer> source =
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Integer next() {
            if (next == 3) {
              throw failure;
            }
            return next++;
          }
        };
    expectSame(
        "what map throws",
        failure,
        expectThrows(
            "map()",
            IllegalStateException.class,
            () -> executor.map(input -> ran.incrementAndGet(), () -> source)));
    occupied.open();
    expectDone("a later task", executor.submit(() -> {}));
    expectEquals("the number of bodies that ran", 0, ran.get());
  }

  @Rule(
      value = "M9",
      needs = {Capability.BOUNDED_QUEUE, Capability.BOUNDED_WORKERS},
      check = "What happens to earlier tasks when a later one is refused.")
  default void aRefusedInputTakesTheTasksBack(Kit kit) {
    TaskExecutor executor =
        kit.open(config -> config.workers(1).queueCapacity(2, RejectionPolicy.REJECT));
    Gate occupied = kit.occupy(executor, 1);
    AtomicInteger ran = new AtomicInteger();
    expectThrows(
        "map() that meets a full queue",
        RejectedExecutionException.class,
        () -> executor.map(input -> ran.incrementAndGet(), upTo(5)));
    occupied.open();
    kit.expectUsable(executor);
    expectEquals("the number of bodies that ran", 0, ran.get());
  }

  @Rule(value = "M14", check = "Which thread reads the input of a bounded map.")
  default void theInputIsReadByTheCaller(Kit kit) {
    TaskExecutor executor = kit.open(2);
    Set<Thread> readers = ConcurrentHashMap.newKeySet();
    Iterator<Integer> source = upTo(50).iterator();
    Iterable<Integer> watched =
        () ->
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                readers.add(Thread.currentThread());
                return source.hasNext();
              }

              @Override
              public Integer next() {
                readers.add(Thread.currentThread());
                return source.next();
              }
            };
    drain(executor.map(a -> a, watched, MapOptions.defaults().withBufferSize(4)));
    expectEquals("the threads that read the input", Set.of(Thread.currentThread()), readers);
  }

  @Rule(value = "M15", check = "How inputs are cut into chunks and put together again.")
  default void theChunkSizeChangesNoResult(Kit kit) {
    TaskExecutor executor = kit.open(2);
    for (int size : new int[] {1, 6, 40, 50}) {
      expectEquals(
          "results with chunks of " + size,
          upTo(40),
          drain(executor.map(a -> a, upTo(40), MapOptions.defaults().withChunkSize(size))));
    }
    expectThrows(
        "a chunk size of 0",
        IllegalArgumentException.class,
        () -> MapOptions.defaults().withChunkSize(0));
  }

  @Rule(value = "M17", check = "What an interrupt of next() leaves of the iteration.")
  default void anInterruptedNextIsRepeated(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    MappedResults<Integer> results = executor.map(waitingAt(gate), upTo(2));
    Caller<Boolean> interrupted =
        kit.call(
            "next()",
            () -> {
              expectThrows("next()", FuturesInterruptedException.class, results::next);
              return Thread.currentThread().isInterrupted();
            });
    interrupted.expectBlocked();
    interrupted.interrupt();
    expectEquals("the flag after the interrupted next()", true, interrupted.result());
    gate.open();
    expectEquals("the results afterwards", upTo(2), drain(results));
  }

  @Rule(value = "M18", check = "Whether the state is looked at although there is no input.")
  default void aShutDownExecutorRefusesMap(Kit kit) {
    TaskExecutor executor = kit.open(1);
    executor.shutdown();
    expectThrows(
        "map() of inputs", RejectedExecutionException.class, () -> executor.map(a -> a, upTo(2)));
    expectThrows(
        "map() of nothing",
        RejectedExecutionException.class,
        () -> executor.map(a -> a, List.of()));
  }
}
