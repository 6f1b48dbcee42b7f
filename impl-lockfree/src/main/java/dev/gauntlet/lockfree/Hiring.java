package dev.gauntlet.lockfree;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Makes the workers of a pool, for places that its {@link Census} has reserved. */
final class Hiring {
  /*
   * slot ▶ factory ▶ arm ▶ start; what fails on the way gives the place back, unless the worker has
   * begun all the same. The place first: without it the pool could never have that worker, and a
   * slot too many does no harm.
   *
   *   field           written by              write mode   read mode
   *   failureLogged   a failed hirer, once    CAS          -
   *
   * What others see of a worker in the making is in Worker (maker, phase) and WorkerTable.
   */
  private final LockFreePool pool;
  private final ThreadFactory threads;
  private final AtomicBoolean failureLogged = new AtomicBoolean();

  Hiring(LockFreePool pool) {
    this.pool = pool;
    this.threads = pool.config().newThreadFactory("gauntlet-lockfree");
  }

  /**
   * Starts the worker whose place is reserved.
   *
   * @return null, or why not even one worker could be started
   */
  @Nullable Throwable start() {
    Worker worker = null;
    try {
      worker = new Worker(pool);
      worker.setSlot(pool.table().add(worker));
      Thread thread = newThread(worker);
      worker.arm(thread);
      thread.start();
      return null;
    } catch (Throwable failure) {
      boolean begun = worker != null && !worker.disarm();
      return begun ? null : abandon(worker, failure);
    } finally {
      if (worker != null) {
        worker.isMade();
      }
    }
  }

  private Thread newThread(Worker worker) {
    Thread thread = threads.newThread(worker);
    if (thread == null) {
      throw new NullPointerException("the thread factory returned null");
    }
    if (thread.getState() != Thread.State.NEW) {
      throw new IllegalThreadStateException("the thread factory returned a started thread");
    }
    return thread;
  }

  private @Nullable Throwable abandon(@Nullable Worker worker, Throwable failure) {
    int live = pool.census().abandonHire();
    if (worker != null && worker.slot() != 0) {
      pool.table().remove(worker.slot());
    }
    if (live == 0) {
      return failure;
    }
    if (failureLogged.compareAndSet(false, true)) {
      Diagnostics.NOT_STARTED.log(failure);
    }
    return null;
  }
}
