package dev.gauntlet;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExecutorClosingTest {
  private static final IllegalStateException REFUSAL = new IllegalStateException("cannot hurry");

  /** A shutdown that fails does not swallow the interrupt that has asked for it (L9). */
  @Test
  void anInterruptIsGivenBackAlsoWhereTheShutdownThrows() {
    TaskExecutor executor =
        new AdaptingExecutor() {
          @Override
          public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            throw new InterruptedException();
          }

          @Override
          public List<Runnable> shutdownNow() {
            throw REFUSAL;
          }
        };
    assertSame(REFUSAL, assertThrows(IllegalStateException.class, executor::close));
    assertTrue(Thread.interrupted());
  }
}
