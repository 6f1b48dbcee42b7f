package dev.gauntlet.peers;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** A body that says when it has started and ends when it is let go. */
final class Gate implements Callable<String>, AutoCloseable {
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @Override
  public String call() throws InterruptedException {
    started.countDown();
    released.await();
    return "through";
  }

  void awaitStarted() throws InterruptedException {
    started.await();
  }

  void open() {
    released.countDown();
  }

  /** Lets the body go when the test failed before it did. */
  @Override
  public void close() {
    open();
  }
}
