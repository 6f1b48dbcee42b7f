package dev.gauntlet.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * How long do 4096 tasks take that sleep 1 ms each, side by side?
 *
 * <p>{@link BlockingTasks} for those alone that start a thread for every task: a pool of a few
 * workers takes seconds, which says nothing that the smaller rows do not.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar BlockingCrowd -p subject=virtualthreads,jdk-virtual
 * }
 */
@Scenario(
    question = "How long does it take to run 4096 tasks that sleep 1 ms each, side by side?",
    rules = {"V1", "V2"},
    needs = Need.THREAD_EACH,
    limit = "sleep")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BlockingCrowd extends Measured {

  /** 4096 tasks. */
  @Benchmark
  public Object of4096(UnboundedPool pool, BlockingTasks.Sleepers sleepers) throws Exception {
    return sleepers.run(pool.executor, 4096);
  }
}
