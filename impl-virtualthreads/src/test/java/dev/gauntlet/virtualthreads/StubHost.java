package dev.gauntlet.virtualthreads;

import dev.gauntlet.TaskFuture;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host that collects what callbacks throw, and whose workers are chosen by the test. */
final class StubHost implements TaskHost {
  final List<Throwable> callbackFailures = new CopyOnWriteArrayList<>();
  volatile Thread worker;

  /** Whether the last report met the interrupt flag set. */
  volatile boolean reportedInterrupted;

  @Override
  public void reportCallbackFailure(TaskFuture<?> future, Throwable failure) {
    reportedInterrupted = Thread.currentThread().isInterrupted();
    callbackFailures.add(failure);
  }

  @Override
  public boolean isCurrentThreadWorker() {
    return Thread.currentThread() == worker;
  }
}
