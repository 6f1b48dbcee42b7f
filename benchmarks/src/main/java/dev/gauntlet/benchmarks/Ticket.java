package dev.gauntlet.benchmarks;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/**
 * A task that does nothing but return itself, so that a result that was lost, or came from another
 * task, is seen by one comparison and costs no allocation.
 */
class Ticket implements Callable<Ticket> {

  @Override
  public Ticket call() {
    expectNoInterrupt();
    return this;
  }

  /** Waits for the result of this task and compares it. */
  @SuppressWarnings("ReferenceEquality")
  final void redeem(Future<?> future) throws Exception {
    Object result = future.get();
    if (result != this) {
      throw new WrongAnswerException("the future of one task returned " + result);
    }
  }

  /** Nothing interrupts a task that looks at its flag, so one that is set has leaked. */
  static void expectNoInterrupt() {
    if (Thread.currentThread().isInterrupted()) {
      throw new WrongAnswerException("a task started with the interrupt flag set");
    }
  }
}
