package dev.gauntlet.lockfree;

import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The pool behind one executor: takes submissions in and sees to it that somebody runs them. It
 * does not refer to the {@link LockFreeExecutor}, which can thus be collected while workers live.
 */
final class LockFreePool {
  /*
   * submit: sweep, where many have died ▶ take a place (bounded queue) ▶ offer ▶ signalWork.
   *
   * signalWork makes sure that somebody will look at the queue after the offer:
   *   - somebody holds the token            he will (IdleStack); if the one who gave it to him
   *                                         could not unpark him, that is made up for here
   *   - somebody is idle                    he is woken with the token
   *   - all workers exist and are busy      each looks at every queue in turn after a
   *                                         few tasks (Claimant)
   *   - there is room for a worker          one is hired, unless as many are on their way to their
   *                                         first look at the queue as there are tasks pending
   * A hired worker looks, counts itself as started, and looks again for whoever relied on it. One
   * of the tasks that it sees then it will take itself (spokenFor), so it signals for the others.
   *
   * If no thread can be had and no other worker lives, the task is taken back, and those that relied
   * on that hire are refused: Refusals.
   *
   *   field    written by                                  write mode   read mode
   *   unwoken  a waker at the end of its stack: a worker   volatile     volatile
   *            whoever has unparked it since: null         CAS
   */
  private static final VarHandle UNWOKEN;

  static {
    try {
      UNWOKEN =
          MethodHandles.lookup()
              .findVarHandle(LockFreePool.class, "unwoken", Worker.class)
              .withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final ExecutorConfig config;
  private final PendingTasks queue;
  private final WorkerTable table = new WorkerTable();
  private final IdleStack idle = new IdleStack(table);
  private final Census census;
  private final StopSignal stop = new StopSignal();
  private final @Nullable SubmissionGate places;
  private final Lifecycle lifecycle;
  private final Hiring hiring;
  private final Refusals refusals = new Refusals(this);
  private final AdaptiveSpin readerSpin = new AdaptiveSpin();

  /** A worker with the token that was not unparked, because the stack of its waker had ended. */
  private volatile @Nullable Worker unwoken;

  LockFreePool(ExecutorConfig config) {
    Diagnostics.load();
    Claimant.load();
    this.config = config;
    this.queue = new PendingTasks(maxWorkers());
    this.census = new Census(maxWorkers());
    this.places =
        config.queueCapacity().isPresent()
            ? new SubmissionGate(config.queueCapacity().getAsInt())
            : null;
    this.lifecycle = new Lifecycle(this, places);
    this.hiring = new Hiring(this);
  }

  /** The state word has room for a million slots. */
  private int maxWorkers() {
    return Math.min(config.workers(), WorkerTable.MAX_SLOT);
  }

  ExecutorConfig config() {
    return config;
  }

  PendingTasks queue() {
    return queue;
  }

  WorkerTable table() {
    return table;
  }

  IdleStack idle() {
    return idle;
  }

  Census census() {
    return census;
  }

  StopSignal stop() {
    return stop;
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  Refusals refusals() {
    return refusals;
  }

  AdaptiveSpin readerSpin() {
    return readerSpin;
  }

  boolean isShutdown() {
    return lifecycle.isShutdown();
  }

  // Submission

  /**
   * Accepts a job, or runs it in place.
   *
   * @throws RejectedExecutionException and then it never runs
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // see SubmissionGate
  <N extends Node & Job> void submit(N job) {
    queue.sweepIfDue();
    if (places != null && !takePlace(places, job)) {
      return;
    }
    boolean ended = false;
    boolean accepted;
    try {
      accepted = queue.offer(job);
      ended = true;
    } finally {
      if (!ended && places != null) {
        places.owed++;
      }
    }
    if (!accepted) {
      freePlace();
      throw lifecycle.rejection();
    }
    Throwable failure = signalWork();
    if (failure != null) {
      refusals.takeBack(job, failure);
    }
  }

  /** Takes a place, in which case its task reaches the queue; returns false as below. */
  private <N extends Node & Job> boolean takePlace(SubmissionGate gate, N job) {
    if (config.rejectionPolicy() == RejectionPolicy.BLOCK) {
      StackRoom.require(); // who waits for a place relies on whoever took the last one
    }
    return gate.tryTake() || awaitPlace(gate, job);
  }

  /** Applies the policy for a full queue; returns false if the job has been run in place. */
  private <N extends Node & Job> boolean awaitPlace(SubmissionGate gate, N job) {
    if (queue.isClosing()) {
      throw lifecycle.rejection();
    }
    lookAfterQueued();
    if (gate.tryTake()) {
      return true;
    }
    if (config.rejectionPolicy() == RejectionPolicy.REJECT) {
      throw new RejectedExecutionException("the queue is full");
    }
    if (runByOwnWorker(job)) {
      return false;
    }
    if (Runner.isPreparing(this)) {
      throw new RejectedExecutionException("the queue is full, and an initializer must not wait");
    }
    if (config.rejectionPolicy() == RejectionPolicy.CALLER_RUNS) {
      runByGuest(job);
      return false;
    }
    take(gate);
    return true;
  }

  /** Whoever took the last place may have come to the end of its stack before it told anybody. */
  private void lookAfterQueued() {
    if (!tryWake() && census.live() == 0 && !isMakingWorker()) {
      refusals.careForPending();
      lifecycle.tryTerminate();
    }
  }

  private void take(SubmissionGate gate) {
    if (isMakingWorker()) {
      throw new RejectedExecutionException(
          "the queue is full, and the making of a worker must not wait");
    }
    try {
      if (gate.take()) {
        return;
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException("interrupted while the queue was full", interrupt);
    }
    throw lifecycle.rejection();
  }

  private <N extends Node & Job> boolean runByOwnWorker(N job) {
    Worker worker = Runner.readyWorker(this);
    if (worker == null) {
      return false;
    }
    worker.runUnqueued(job, job);
    return true;
  }

  /** A guest counts as somebody at work, so the pool does not terminate below it (L12). */
  private void runByGuest(Job job) {
    StackRoom.require();
    if (!census.tryEnter()) {
      throw lifecycle.rejection();
    }
    try {
      if (queue.isClosing()) {
        throw lifecycle.rejection();
      }
      runAsGuest(job);
    } finally {
      census.exit();
      lifecycle.tryTerminate();
    }
  }

  private void runAsGuest(Job job) {
    Guest guest = new Guest(this);
    guest.enter();
    Trampoline.Outer outer = null;
    try {
      outer = Trampoline.detach();
      job.runByCaller();
    } finally {
      Trampoline.attach(outer);
      guest.exit();
    }
  }

  /** A task that held a place in a bounded queue has left it. */
  void freePlace() {
    if (places != null) {
      places.giveBack();
    }
  }

  boolean isBounded() {
    return places != null;
  }

  // Workers

  /**
   * Makes sure that somebody will look at the queue.
   *
   * @return null, or why not even one worker could be started
   */
  @Nullable Throwable signalWork() {
    return signalWork(0);
  }

  /**
   * Makes sure that somebody will look at the queue.
   *
   * @param spokenFor how many of the pending tasks the caller will take itself
   * @return null, or why not even one worker could be started
   */
  @Nullable Throwable signalWork(int spokenFor) {
    return tryWake() ? null : hire(spokenFor);
  }

  /** Wakes an idle worker unless somebody looks at the queue anyway; returns false if all work. */
  boolean tryWake() {
    for (; ; ) {
      long c = idle.ctl();
      if (IdleStack.isTokenHeld(c)) {
        if (unwoken != null) {
          wakeUnwoken();
        }
        return true;
      }
      if (!IdleStack.isAnyoneIdle(c)) {
        return false;
      }
      StackRoom.require(); // others rely on whoever has the token
      Worker woken = idle.tryPop(c);
      if (woken != null) {
        // No call before the try: the stack may end there.
        woken.wake = Worker.WOKEN_WITH_TOKEN;
        boolean ended = false;
        try {
          woken.gate().unpark();
          ended = true;
        } finally {
          if (!ended) {
            unwoken = woken;
          }
        }
        return true;
      }
    }
  }

  /** Unparks whom a submitter could not at the end of its stack. One too many does no harm. */
  void wakeUnwoken() {
    Worker worker = unwoken;
    if (worker != null) {
      worker.gate().unpark();
      boolean unused = UNWOKEN.compareAndSet(this, worker, (Worker) null);
    }
  }

  /**
   * A place that is reserved is given back if its hire fails, so there must be room for that. If
   * there is not, that is a failure although others live: nobody else would think of hiring, and
   * they may all be blocked for as long as this task has not run (L16).
   */
  private @Nullable Throwable hire(int spokenFor) {
    if (queue.isDrained() || !census.mayHire(queue, spokenFor)) {
      return null;
    }
    try {
      StackRoom.requireWide();
    } catch (StackOverflowError end) {
      return end;
    }
    return census.tryHire(queue, spokenFor) ? hiring.start() : null;
  }

  /** To be called by a worker that has left the census: nobody may rely on it any more. */
  void workerHasLeft() {
    refusals.careForPending();
    lifecycle.tryTerminate();
  }

  /**
   * Returns whether the current thread is making a worker, in the factory or in the start of what
   * that returned, or is the thread of one that has yet to begin. It must not wait for the pool,
   * which may be waiting for that worker.
   */
  boolean isMakingWorker() {
    return table.anyMatch(Worker::isMadeHere);
  }

  /**
   * Returns the gate of the worker in a slot, or null if there is none. It is the gate of the
   * worker of a task if the state word with that slot is still the same afterwards.
   */
  @Nullable InterruptGate gateOf(int slot) {
    Worker worker = slot == 0 ? null : table.get(slot);
    return worker == null ? null : worker.gate();
  }
}
