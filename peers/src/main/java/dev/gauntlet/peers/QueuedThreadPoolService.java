package dev.gauntlet.peers;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty's pool as an ExecutorService. The pool is an Executor with a lifecycle, and this class maps
 * one onto the other and adds nothing: {@code submit} is a FutureTask given to {@code execute};
 * shutting down is {@link QueuedThreadPool#stop}, on a thread of its own because it waits; the
 * executor is terminated when {@code stop} has returned.
 *
 * <p>So a shutdown does what Jetty's does: running tasks get half of the stop time-out and are then
 * interrupted, queued ones are dropped. {@code shutdownNow} sets the shortest stop time-out, which
 * interrupts at once if no shutdown is under way, and hands nothing back.
 */
final class QueuedThreadPoolService extends AbstractExecutorService {
  private static final long INTERRUPT_AT_ONCE_MILLIS = 1;

  private final QueuedThreadPool pool;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private QueuedThreadPoolService(QueuedThreadPool pool) {
    this.pool = pool;
  }

  static QueuedThreadPoolService start(QueuedThreadPool pool) {
    try {
      pool.start();
    } catch (Exception failure) {
      throw new IllegalStateException("the Jetty pool does not start", failure);
    }
    return new QueuedThreadPoolService(pool);
  }

  @Override
  public void execute(Runnable task) {
    if (stopping.get()) {
      throw new RejectedExecutionException("the Jetty pool is stopping");
    }
    pool.execute(task);
  }

  @Override
  public void shutdown() {
    if (stopping.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("jetty-qtp-stop").start(this::stop);
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    pool.setStopTimeout(INTERRUPT_AT_ONCE_MILLIS);
    shutdown();
    return List.of();
  }

  private void stop() {
    try {
      pool.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("the Jetty pool does not stop", failure);
    } finally {
      stopped.countDown();
    }
  }

  @Override
  public boolean isShutdown() {
    return stopping.get();
  }

  @Override
  public boolean isTerminated() {
    return stopped.getCount() == 0;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return stopped.await(timeout, unit);
  }

  @Override
  public String toString() {
    return pool.toString();
  }
}
