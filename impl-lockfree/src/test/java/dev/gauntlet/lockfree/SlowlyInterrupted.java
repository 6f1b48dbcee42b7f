package dev.gauntlet.lockfree;

import dev.gauntlet.TaskExecutor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** A thread whose interrupt takes as long as the test wants, before or after it shows. */
final class SlowlyInterrupted extends Thread {
  final CountDownLatch entered = new CountDownLatch(1);
  final CountDownLatch proceed = new CountDownLatch(1);
  private final boolean showsFirst;

  SlowlyInterrupted(Runnable body, boolean showsFirst) {
    super(body);
    this.showsFirst = showsFirst;
  }

  static TaskExecutor open(AtomicReference<SlowlyInterrupted> thread, boolean showsFirst) {
    return Probe.open(config ->
        config
            .workers(1)
            .threadFactory(body -> {
              thread.set(new SlowlyInterrupted(body, showsFirst));
              return thread.get();
            }));
  }

  @Override
  public void interrupt() {
    if (Thread.currentThread() == this) {
      super.interrupt();
      return;
    }
    if (showsFirst) {
      super.interrupt();
    }
    entered.countDown();
    Probe.awaitUninterruptibly(proceed);
    if (!showsFirst) {
      super.interrupt();
    }
  }
}
