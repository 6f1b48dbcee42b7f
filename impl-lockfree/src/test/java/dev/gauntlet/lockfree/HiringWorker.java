package dev.gauntlet.lockfree;

import dev.gauntlet.TaskExecutor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A pool of two workers whose first one is held in the thread factory: two tasks are submitted, the
 * second hire fails, the first worker begins and hires for the second task before it runs the
 * first.
 */
final class HiringWorker {
  private final CountDownLatch look = new CountDownLatch(1);
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger hires = new AtomicInteger();
  private final AtomicReference<Thread> worker = new AtomicReference<>();
  final TaskExecutor executor =
      Probe.open(config ->
          config
              .workers(2)
              .initializer(() -> Probe.awaitUninterruptibly(look))
              .threadFactory(this::newThread));

  private Thread newThread(Runnable body) {
    switch (hires.incrementAndGet()) {
      case 2 -> {
        return null;
      }
      case 3 -> {
        worker.set(Thread.currentThread());
        entered.countDown();
        Probe.awaitUninterruptibly(released);
      }
      default -> {}
    }
    return new Thread(body);
  }

  /** Lets the worker begin, after two submissions; returns when it is in the factory. */
  void begin() throws InterruptedException {
    look.countDown();
    Probe.await(entered);
  }

  Thread worker() {
    return worker.get();
  }

  void release() {
    released.countDown();
  }
}
