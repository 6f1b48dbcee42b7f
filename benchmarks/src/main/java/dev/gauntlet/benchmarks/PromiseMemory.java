package dev.gauntlet.benchmarks;

import dev.gauntlet.benchmarks.profile.OwnFigures;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How much heap does a pending promise hold, with those who wait for it?
 *
 * <p>The heap in use after a full collection, before and after {@value #SIZE} promises were made
 * and given their callbacks, one object for all, or a reader each. A reader is a virtual thread
 * that is parked in {@code get}; its stack is in the figure, and what a subject adds is seen
 * against the others. (Before JDK 24 a virtual thread that waits in a monitor, as Netty has it,
 * keeps its carrier, so that ten thousand cannot wait at once, and its fork fails.) The figure is
 * recorded by {@link OwnFigures}; what JMH itself prints as the score is the time that measuring
 * takes.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar PromiseMemory -p subject=lockfree,guava-listening \\
 *     -prof dev.gauntlet.benchmarks.profile.OwnFigures
 * }
 */
@Scenario(
    question = "How much heap does a pending promise hold, with those who wait for it?",
    rules = {"S9", "V2"},
    needs = Need.CALLBACKS,
    score = OwnFigures.RETAINED,
    unit = "B/op",
    limits = HeapLimits.class,
    limit = "emptyObject")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PromiseMemory extends Measured {
  private static final int SIZE = 10_000;
  private static final int LIMIT_SECONDS = 10;

  /** Nobody waits. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object unawaited(PromiseKind promises, Waiting waiting) {
    return waiting.recordCallbacks(promises.kind, 0);
  }

  /** One callback. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object callback1(PromiseKind promises, Waiting waiting) {
    return waiting.recordCallbacks(promises.kind, 1);
  }

  /** 8 callbacks. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object callback8(PromiseKind promises, Waiting waiting) {
    return waiting.recordCallbacks(promises.kind, 8);
  }

  /** One reader. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object reader1(PromiseKind promises, Waiting waiting) throws Exception {
    return waiting.recordReaders(promises.kind);
  }

  /** The promises of one thread. */
  @State(Scope.Thread)
  public static class Waiting {
    private int ran;

    Waiting recordCallbacks(CalledBack kind, int callbacks) {
      OwnFigures.retained(withCallbacks(kind, callbacks, SIZE) / (double) SIZE);
      return this;
    }

    Waiting recordReaders(CalledBack kind) throws InterruptedException {
      OwnFigures.retained(withReaders(kind, SIZE) / (double) SIZE);
      return this;
    }

    /** Returns the bytes that so many promises hold. */
    long withCallbacks(CalledBack kind, int callbacks, int size) {
      Object[] promises = new Object[size];
      Runnable callback = () -> ran++;
      ran = 0;
      long before = RetainedHeap.bytes();
      for (int i = 0; i < size; i++) {
        promises[i] = kind.newPromise();
        kind.add(promises[i], callbacks, callback);
      }
      long bytes = RetainedHeap.bytes() - before;
      settle(kind, promises);
      if (ran != callbacks * size) {
        throw new WrongAnswerException(callbacks * size + " callbacks ran " + ran + " times");
      }
      return bytes;
    }

    /** Returns the bytes that so many promises hold, with their readers. */
    long withReaders(CalledBack kind, int size) throws InterruptedException {
      Object[] promises = new Object[size];
      Thread[] readers = new Thread[size];
      AtomicInteger right = new AtomicInteger();
      long before = RetainedHeap.bytes();
      for (int i = 0; i < size; i++) {
        Object promise = kind.newPromise();
        promises[i] = promise;
        readers[i] = Thread.ofVirtual().unstarted(() -> read(kind, promise, right));
      }
      park(readers);
      long bytes = RetainedHeap.bytes() - before;
      settle(kind, promises);
      for (Thread reader : readers) {
        reader.join();
      }
      if (right.get() != size) {
        throw new WrongAnswerException(size + " readers read " + right + " right values");
      }
      return bytes;
    }

    private void settle(CalledBack kind, Object[] promises) {
      for (Object promise : promises) {
        kind.settle(promise, this);
      }
    }

    private static void park(Thread[] readers) throws InterruptedException {
      for (Thread reader : readers) {
        reader.start();
      }
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
      for (Thread reader : readers) {
        while (reader.getState() != Thread.State.WAITING) {
          if (System.nanoTime() > deadline) {
            throw new WrongAnswerException("a reader of a pending promise does not wait");
          }
          Thread.sleep(1);
        }
      }
    }

    @SuppressWarnings("ReferenceEquality")
    private void read(CalledBack kind, Object promise, AtomicInteger right) {
      try {
        if (kind.get(promise) == this) {
          right.getAndIncrement();
        }
      } catch (Exception e) {
        throw new WrongAnswerException("a reader of a promise met " + e);
      }
    }
  }
}
