package dev.gauntlet.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;

class ForkFailedExceptionTest {

  @Test
  void theMessageIsTheInnermostReasonOnOneLine() {
    RunnerException wrapped =
        new RunnerException(
            "Benchmark caught the exception",
            new BenchmarkException(new IllegalStateException("out of\n  order")));
    assertEquals(
        "IllegalStateException: out of order", ForkFailedException.because(wrapped).getMessage());
  }

  @Test
  void aCycleOfCausesEnds() {
    Exception first = new Exception("first");
    first.addSuppressed(new Exception("second", first));
    assertTrue(ForkFailedException.because(first).getMessage().startsWith("Exception: "));
  }

  @Test
  void aReasonWithoutWordsIsItsType() {
    assertEquals(
        "StackOverflowError", ForkFailedException.because(new StackOverflowError()).getMessage());
  }
}
