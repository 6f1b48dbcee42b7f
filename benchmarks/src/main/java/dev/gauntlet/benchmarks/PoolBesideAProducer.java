package dev.gauntlet.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Any subject, with one worker less: the producer, which spins, has the processor of that worker.
 * If it had not, what is measured would be how long the operating system lets each of them run.
 */
@State(Scope.Benchmark)
public class PoolBesideAProducer extends Pool {
  @Override
  int workersOf(int asked) {
    return Math.max(1, asked - 1);
  }
}
