package dev.gauntlet.benchmarks;

import dev.gauntlet.benchmarks.profile.OwnFigures;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * How much CPU time does a process take that has no executor?
 *
 * <p>The CPU time of all threads over half a second, as in {@link IdleCpu}: the housekeeping of the
 * JVM and of JMH.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar IdleLimits \\
 *     -prof dev.gauntlet.benchmarks.profile.OwnFigures
 * }
 */
@Scenario(
    question = "How much CPU time does a process take on this machine that has no executor?",
    machine = true,
    score = OwnFigures.CPU_SHARE,
    unit = "ms/s")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class IdleLimits extends Measured {
  /** Sleeps. */
  @Benchmark
  public Object nothing() throws InterruptedException {
    IdleCpu.rest(IdleCpu.STRETCH_MILLIS);
    return this;
  }
}
