package dev.gauntlet.locking;

import dev.gauntlet.locking.BlockedSubmitters.Submitter;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.concurrent.RejectedExecutionException;

/** How tasks come into a pool, and what becomes of one that meets a full queue (L29, N3). */
final class Admission {
  /*
   * No state of its own: places, and who waits for one, are the pool's and guarded by its lock. A
   * submitter that blocks enlists itself and then offers, before each park. Where it is its turn, a
   * place that was made before is taken by that offer, and one that is made later unparks it; the
   * turn goes on with every place and every submitter that leaves (BlockedSubmitters).
   */
  private final LockingPool pool;
  private final ExecutorConfig config;

  Admission(LockingPool pool) {
    this.pool = pool;
    this.config = pool.config();
  }

  /**
   * Queues a task, or runs it here if the queue is full and the policy says so.
   *
   * @throws RejectedExecutionException if the task never runs
   */
  void accept(LockingTask<?> task) {
    if (!pool.enterUnannounced(task)) {
      offer(task);
    }
  }

  private void offer(LockingTask<?> task) {
    StackHeadroom.requireToEnter();
    if (!pool.offer(task, null)) {
      whenFull(task);
    }
  }

  private void whenFull(LockingTask<?> task) {
    StackHeadroom.requireToComplete();
    Worker worker = Worker.of(pool);
    if (worker != null && !worker.isReady()) {
      throw new RejectedExecutionException("the queue is full, and an initializer must not wait");
    }
    RejectionPolicy policy = config.rejectionPolicy();
    if (policy == RejectionPolicy.REJECT) {
      throw new RejectedExecutionException(
          "the queue is full, with " + config.queueCapacity().orElseThrow() + " tasks");
    }
    if (worker != null && worker.runInPlace(task, () -> pool.claimUnqueued(task, worker))) {
      return; // a worker of the pool does not wait for a place that it may have to make itself
    }
    if (policy == RejectionPolicy.CALLER_RUNS) {
      CallerRun.run(pool, task);
    } else {
      offerBlocking(task);
    }
  }

  private void offerBlocking(LockingTask<?> task) {
    if (pool.isWorkerToBeHere()) {
      throw new RejectedExecutionException(
          "the queue is full, and a worker in the making must not wait");
    }
    Submitter submitter = new Submitter();
    boolean entered = false;
    pool.enlist(submitter);
    try {
      entered = pool.offer(task, submitter);
      while (!entered) {
        if (Thread.interrupted()) { // a class of the user can override isInterrupted
          Interrupts.raise(Thread.currentThread());
          throw new RejectedExecutionException(
              "interrupted while waiting for a place in the queue", new InterruptedException());
        }
        Parking.park(pool);
        entered = pool.offer(task, submitter);
      }
    } finally {
      if (!entered) {
        pool.giveUp(submitter);
      }
    }
  }
}
