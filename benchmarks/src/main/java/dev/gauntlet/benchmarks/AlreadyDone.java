package dev.gauntlet.benchmarks;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What does it cost to read a future that is done?
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar AlreadyDone -p subject=lockfree,jdk-fixed
 * }
 */
@Scenario(
    question = "What does it cost to read a future that is done?",
    rules = {"V2"},
    limit = "directCall")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AlreadyDone extends Measured {

  /** Gets the result. */
  @Benchmark
  public Object get(Pool pool, Done done) throws Exception {
    done.task.redeem(done.future);
    return done;
  }

  /** Asks whether it is done. */
  @Benchmark
  public Object isDone(Pool pool, Done done) {
    if (!done.future.isDone()) {
      throw new WrongAnswerException("a future that was done is no longer done");
    }
    return done;
  }

  /** A future that is done. */
  @State(Scope.Thread)
  public static class Done {
    final Ticket task = new Ticket();
    Future<?> future;

    /** Submits its task and waits for it. */
    @Setup(Level.Iteration)
    public void settle(Pool pool) throws Exception {
      future = pool.executor.submit(task);
      task.redeem(future);
    }
  }
}
