package dev.gauntlet.stress;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.lockfree.LockFreeProvider;
import dev.gauntlet.lockfree.TaskPromise;
import dev.gauntlet.locking.LockingProvider;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.PromiseFactory;
import dev.gauntlet.spi.RejectionPolicy;
import dev.gauntlet.virtualthreads.BoundedVirtualThreadProvider;
import dev.gauntlet.virtualthreads.PooledTaskPromise;
import dev.gauntlet.virtualthreads.VirtualThreadProvider;

/** The implementations that are raced, and the configurations in which they are opened. */
final class Subjects {
  static final ExecutorProvider LOCKING = new LockingProvider();
  static final ExecutorProvider LOCK_FREE = new LockFreeProvider();

  /** The other of the two kinds of future that the lock-free pool has. */
  static final PromiseFactory LOCK_FREE_TASK = TaskPromise::new;

  /** The same of the pool with locks. */
  static final PromiseFactory LOCKING_TASK = dev.gauntlet.locking.TaskPromise::new;

  /** The same of the executor with a thread for each task. */
  static final PromiseFactory VIRTUAL_THREADS_TASK = dev.gauntlet.virtualthreads.TaskPromise::new;

  /** The same of the bounded pool of virtual threads. */
  static final PromiseFactory BOUNDED_VIRTUAL_THREADS_TASK = PooledTaskPromise::new;

  static final ExecutorProvider VIRTUAL_THREADS = new VirtualThreadProvider();
  static final ExecutorProvider BOUNDED_VIRTUAL_THREADS = new BoundedVirtualThreadProvider();

  private static final ExecutorConfig ONE_WORKER =
      ExecutorConfig.builder().workers(1).daemon(true).build();

  private Subjects() {}

  static PromiseFactory promises(ExecutorProvider provider) {
    return provider.promises().orElseThrow();
  }

  /** Opens an executor with one worker that does not keep the JVM alive. */
  static TaskExecutor withOneWorker(ExecutorProvider provider) {
    return provider.open(ONE_WORKER);
  }

  /** Opens an executor with some workers that do not keep the JVM alive. */
  static TaskExecutor withWorkers(ExecutorProvider provider, int workers) {
    return provider.open(ExecutorConfig.builder().workers(workers).daemon(true).build());
  }

  /** Opens an executor with one worker that is prepared by an initializer. */
  static TaskExecutor withInitializer(ExecutorProvider provider, Runnable initializer) {
    return provider.open(
        ExecutorConfig.builder().workers(1).daemon(true).initializer(initializer).build());
  }

  /** Opens an executor with one worker and a queue that rejects when it is full. */
  static TaskExecutor withQueue(ExecutorProvider provider, int capacity) {
    return withQueue(provider, capacity, RejectionPolicy.REJECT);
  }

  /** Opens an executor with one worker and a queue that blocks when it is full. */
  static TaskExecutor withBlockingQueue(ExecutorProvider provider, int capacity) {
    return withQueue(provider, capacity, RejectionPolicy.BLOCK);
  }

  private static TaskExecutor withQueue(
      ExecutorProvider provider, int capacity, RejectionPolicy policy) {
    return provider.open(
        ExecutorConfig.builder().workers(1).daemon(true).queueCapacity(capacity, policy).build());
  }

  /** Opens an executor with one worker that fails before its first task. */
  static TaskExecutor withFailingInitializer(ExecutorProvider provider) {
    return provider.open(
        ExecutorConfig.builder()
            .workers(1)
            .daemon(true)
            .initializer(() -> {
              throw new IllegalStateException("no worker can be made");
            })
            .build());
  }
}
