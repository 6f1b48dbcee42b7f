package dev.gauntlet.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What do callbacks on a promise cost?
 *
 * <p>One thread makes a promise, adds the callbacks before or after it settles it, and so runs them
 * itself. Without callbacks it is the promise alone. Peers take theirs by the method their users
 * call: {@code whenComplete}, {@code addListener}, {@code addListener} with a direct executor. The
 * hook of a {@code FutureTask} is no callback and has no row.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar CallbackLatency -p subject=lockfree,guava-listening
 * }
 */
@Scenario(
    question = "What does a promise cost that is made and settled, with callbacks that run?",
    rules = {"S9", "V2"},
    needs = Need.CALLBACKS,
    limit = "allocation")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallbackLatency extends Measured {

  /** No callback. */
  @Benchmark
  public Object none(PromiseKind promises, Counter counter) {
    return counter.before(promises.kind, 0);
  }

  /** One callback, added before. */
  @Benchmark
  public Object before1(PromiseKind promises, Counter counter) {
    return counter.before(promises.kind, 1);
  }

  /** 8 callbacks, added before. */
  @Benchmark
  public Object before8(PromiseKind promises, Counter counter) {
    return counter.before(promises.kind, 8);
  }

  /** One callback, added after. */
  @Benchmark
  public Object after1(PromiseKind promises, Counter counter) {
    return counter.after(promises.kind, 1);
  }

  /** 8 callbacks, added after. */
  @Benchmark
  public Object after8(PromiseKind promises, Counter counter) {
    return counter.after(promises.kind, 8);
  }

  /** Counts the callbacks, and is what the promises are settled with. */
  @State(Scope.Thread)
  public static class Counter extends HandSettled.Shelf implements Runnable {
    private int ran;

    @Override
    public void run() {
      ran++;
    }

    Counter before(CalledBack kind, int callbacks) {
      ran = 0;
      kind.before(callbacks, this, this, this);
      return expect(callbacks);
    }

    Counter after(CalledBack kind, int callbacks) {
      ran = 0;
      kind.after(callbacks, this, this, this);
      return expect(callbacks);
    }

    private Counter expect(int callbacks) {
      if (ran != callbacks) {
        throw new WrongAnswerException(callbacks + " callbacks ran " + ran + " times");
      }
      return this;
    }
  }
}
