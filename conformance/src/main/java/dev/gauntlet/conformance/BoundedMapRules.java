package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectCollected;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.MapInputs.drain;
import static dev.gauntlet.conformance.MapInputs.endless;
import static dev.gauntlet.conformance.MapInputs.upTo;

import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;
import java.lang.ref.WeakReference;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Section M: a map that reads its input as its results are taken. */
public interface BoundedMapRules extends ConformanceRules {

  @Rule(value = "M10", check = "How many inputs a bounded map reads at first.")
  default void aBoundedMapReadsItsBufferFirst(Kit kit) {
    TaskExecutor executor = kit.open(2);
    AtomicInteger pulled = new AtomicInteger();
    MapOptions three = MapOptions.defaults().withBufferSize(3);
    try (MappedResults<Integer> results = executor.map(a -> a, endless(pulled), three)) {
      expectEquals("inputs read before the first next()", 3, pulled.get());
      expectEquals("the first result", 0, results.next());
    }
    expectEquals("results of fewer inputs", upTo(2), drain(executor.map(a -> a, upTo(2), three)));
    expectThrows(
        "a buffer size of 0",
        IllegalArgumentException.class,
        () -> MapOptions.defaults().withBufferSize(0));
  }

  @Rule(value = "M11", check = "Whether next() refills before or after it yields.")
  default void theBufferIsNeverExceeded(Kit kit) {
    TaskExecutor executor = kit.open(2);
    for (int size : new int[] {1, 2, 5}) {
      AtomicInteger pulled = new AtomicInteger();
      try (MappedResults<Integer> results =
          executor.map(a -> a, endless(pulled), MapOptions.defaults().withBufferSize(size))) {
        for (int yielded = 0; yielded < 20; yielded++) {
          expectTrue("hasNext() of an endless map", results.hasNext());
          expectTrue(
              "at most " + size + " inputs are read and not yielded",
              pulled.get() - yielded <= size,
              (pulled.get() - yielded) + " are");
          expectEquals("the result", yielded, results.next());
        }
      }
    }
  }

  @Rule(value = "M12", check = "What a refill does with a rejection.")
  default void afterAShutdownTheBufferIsYielded(Kit kit) {
    TaskExecutor executor = kit.open(2);
    MappedResults<Integer> results =
        executor.map(a -> a, endless(new AtomicInteger()), MapOptions.defaults().withBufferSize(3));
    expectEquals("the first result", 0, results.next());
    executor.shutdown();
    expectEquals("the second result", 1, results.next());
    expectEquals("the third result", 2, results.next());
    expectTrue("hasNext() while inputs remain", results.hasNext());
    expectThrows("the fourth next()", RejectedExecutionException.class, results::next);
    expectTrue("hasNext() is false afterwards", !results.hasNext());
  }

  @Rule(value = "M13", check = "Whether the iterator refers to the executor itself.")
  default void aBoundedMapKeepsItsExecutor(Kit kit) {
    for (int round = 0; round < 3; round++) {
      MappedResults<Integer> results = unreferenced(kit);
      for (int expected = 0; expected < 4; expected++) {
        System.gc();
        expectEquals("the result", expected, results.next());
      }
      results.close();
    }
  }

  /** The executor is opened behind the kit's back, which would keep it. */
  private static MappedResults<Integer> unreferenced(Kit kit) {
    dev.gauntlet.spi.ExecutorConfig config =
        dev.gauntlet.spi.ExecutorConfig.builder().workers(1).daemon(true).build();
    return kit.provider()
        .open(config)
        .map(a -> a, endless(new AtomicInteger()), MapOptions.defaults().withBufferSize(1));
  }

  @Rule(value = "M16", check = "Whether the buffer forgets what it has yielded.")
  default void aYieldedResultIsNotRetained(Kit kit) {
    TaskExecutor executor = kit.subject(kit.open(1));
    Gate gate = kit.gate();
    MappedResults<Object> results =
        executor.map(
            input -> {
              if (input > 1) {
                gate.passUninterruptibly();
              }
              return new Object();
            },
            upTo(3));
    WeakReference<Object> yielded = new WeakReference<>(results.next());
    results.next();
    gate.expectArrived(1);
    expectCollected("a result that was yielded", yielded);
    expectTrue("the last result is still to come", results.hasNext());
  }
}
