package dev.gauntlet.benchmarks;

import dev.gauntlet.benchmarks.profile.OwnFigures;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * How much heap does the least take that can wait?
 *
 * <p>The heap in use after a full collection, before and after {@value #SIZE} objects without a
 * field were made; the array that holds them is there before. It is recorded and read as that of
 * {@link PendingMemory}.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar HeapLimits \\
 *     -prof dev.gauntlet.benchmarks.profile.OwnFigures
 * }
 */
@Scenario(
    question = "How much heap does an object hold on this machine that has nothing in it?",
    machine = true,
    score = OwnFigures.RETAINED,
    unit = "B/op")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HeapLimits extends Measured {
  private static final int SIZE = 100_000;

  /** Makes 100 000 objects. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public Object emptyObject() {
    OwnFigures.retained(bytes(SIZE) / (double) SIZE);
    return this;
  }

  static long bytes(int size) {
    Object[] objects = new Object[size];
    long before = RetainedHeap.bytes();
    for (int i = 0; i < size; i++) {
      objects[i] = new Object();
    }
    long bytes = RetainedHeap.bytes() - before;
    for (Object object : objects) {
      if (object == null) {
        throw new WrongAnswerException("an object that was made is not there");
      }
    }
    return bytes;
  }
}
