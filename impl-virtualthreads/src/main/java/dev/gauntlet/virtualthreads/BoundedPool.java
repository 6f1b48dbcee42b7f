package dev.gauntlet.virtualthreads;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * At most {@code workers} bodies at once, each on a virtual thread that goes on with the next
 * queued task. {@link Dispatch} decides what happens; this class does it, outside its lock.
 */
final class BoundedPool implements Pool {
  /*
   *   field                written by                            write mode   read mode
   *   workers              each worker: itself, and out again    put/remove   get (any thread)
   *   broken               the first initializer that fails      CAS          volatile
   *   startFailureLogged   the first failed start                CAS          volatile
   *
   * broken is set before the pool is shut down for it: a submission that is refused because of it
   * finds the reason, and a body that starts after a task has failed for it is not run. A worker is
   * in the map while user code can run on it, so a thread that asks whether it is a worker gets the
   * right answer about itself, the only thread it asks about.
   */
  /** So many frames further up, room is made sure of once more, by who has been called by then. */
  private static final int DEEPER = 8;

  private final ExecutorConfig config;
  private final ThreadFactory threads;
  private final Dispatch dispatch;
  private final ConcurrentMap<Thread, Worker> workers = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
  private final AtomicBoolean startFailureLogged = new AtomicBoolean();

  BoundedPool(ExecutorConfig config, ThreadFactory threads) {
    this.config = config;
    this.threads = threads;
    this.dispatch =
        new Dispatch(config.workers(), config.queueCapacity().orElse(Integer.MAX_VALUE));
  }

  // --- submissions ---------------------------------------------------------------------------

  @Override
  public <V extends @Nullable Object> VirtualFuture<V> submit(Object body, int kind) {
    PooledTask<V> task = new PooledTask<>(this, body, kind);
    follow(dispatch.offer(task), task);
    return task;
  }

  private void follow(Dispatch.Offer offer, PooledTask<?> task) {
    if (offer == Dispatch.Offer.QUEUED) {
      return;
    }
    if (offer == Dispatch.Offer.REFUSED) {
      throw refusal();
    }
    if (offer == Dispatch.Offer.FULL) {
      whenFull(task);
    } else {
      startWorker(offer == Dispatch.Offer.ASSIGNED ? task : null, task);
    }
  }

  private RejectedExecutionException refusal() {
    Throwable cause = broken.get();
    return cause == null
        ? new RejectedExecutionException("the executor is shut down")
        : brokenBy(cause);
  }

  private void whenFull(PooledTask<?> task) {
    if (config.rejectionPolicy() == RejectionPolicy.REJECT) {
      throw isFull(null);
    }
    StackHeadroom.require(StackHeadroom.TO_WAKE + DEEPER); // before the task is anybody's
    Worker worker = currentWorker();
    if (worker != null && worker.isReady()) {
      if (!worker.runInPlace(task)) {
        throw refusal();
      }
    } else if (worker != null) {
      throw isFull(null); // in its initializer a worker can neither wait for itself nor run a task
    } else if (config.rejectionPolicy() == RejectionPolicy.CALLER_RUNS) {
      runOnCaller(task);
    } else {
      awaitRoom(task);
    }
  }

  private RejectedExecutionException isFull(@Nullable Throwable cause) {
    return new RejectedExecutionException(
        "the queue is full: " + config.queueCapacity().orElse(Integer.MAX_VALUE) + " tasks", cause);
  }

  private void runOnCaller(PooledTask<?> task) {
    if (!dispatch.adoptAsGuest(task)) {
      throw refusal();
    }
    try {
      task.runOnCaller();
    } finally {
      dispatch.releaseGuest(task);
    }
  }

  private void awaitRoom(PooledTask<?> task) {
    Dispatch.Offer offer;
    try {
      offer = dispatch.offerWaiting(task);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw isFull(interrupt);
    }
    follow(offer, task);
  }

  private void startWorker(@Nullable PooledTask<?> first, PooledTask<?> submitted) {
    boolean started = tryStartWorker(first, submitted);
    while (started && dispatch.takeMissingPermit()) {
      started = tryStartWorker(null, null);
    }
  }

  /** Returns whether the worker was started; throws if the submitted task is refused for it. */
  private boolean tryStartWorker(@Nullable PooledTask<?> first, @Nullable PooledTask<?> submitted) {
    try {
      new Worker(this, first).launch(threads);
      return true;
    } catch (Throwable failure) {
      boolean refused = dispatch.workerDidNotStart(first, submitted);
      failStranded(failure);
      if (refused) {
        throw failure instanceof RejectedExecutionException rejection
            ? rejection
            : VirtualThreads.notStarted(failure);
      }
      if (startFailureLogged.compareAndSet(false, true)) {
        Diagnostics.NOT_STARTED.warn(failure);
      }
      return false;
    }
  }

  /**
   * That the heap has ended may be why a worker was not started: no memory is taken for granted.
   */
  private void failStranded(Throwable failure) {
    Trampoline callbacks = Trampoline.beginIfPossible(this);
    try {
      PooledTask<?> task = null;
      while ((task = dispatch.strandedAfter(task)) != null) {
        fail(task, reason(failure));
      }
    } finally {
      settled(callbacks);
    }
  }

  // --- what workers do -----------------------------------------------------------------------

  /** A worker for which there is no place in the map does its work, but cannot help or be told. */
  void workerCame(Thread thread, Worker worker) {
    try {
      workers.put(thread, worker);
    } catch (Throwable noMemory) {
      Diagnostics.NOT_REGISTERED.warn(noMemory);
    }
  }

  void workerEnds(Thread thread) {
    workers.remove(thread);
  }

  @Nullable PooledTask<?> next(Seats.Seat seat, @Nullable PooledTask<?> done) {
    return dispatch.next(seat, done);
  }

  boolean claim(PooledTask<?> task) {
    return dispatch.claim(task);
  }

  boolean adopt(PooledTask<?> task) {
    return dispatch.adopt(task);
  }

  void release(PooledTask<?> task) {
    dispatch.release(task);
  }

  boolean cancel(PooledTask<?> task) {
    return dispatch.cancel(task);
  }

  boolean help(PooledTask<?> task) {
    Worker worker = currentWorker();
    return worker != null && worker.isReady() && worker.help(task);
  }

  /** Only a virtual thread can be a worker; others are not looked up, nor their hashCode called. */
  private @Nullable Worker currentWorker() {
    Thread thread = Thread.currentThread();
    return thread.isVirtual() ? workers.get(thread) : null;
  }

  @Override
  public boolean isCurrentThreadWorker() {
    return currentWorker() != null;
  }

  @Override
  public boolean isUndisturbedWorker() {
    Worker worker = currentWorker();
    return worker != null && worker.isUndisturbed();
  }

  @Override
  public boolean isExecutingHere() {
    return isCurrentThreadWorker() || dispatch.isGuest(Thread.currentThread());
  }

  // --- initializer ---------------------------------------------------------------------------

  /** Returns whether bodies may run on the calling worker; if not, the pool is broken. */
  boolean initialize() {
    Runnable initializer = config.initializer();
    if (initializer == null) {
      return true;
    }
    try {
      if (broken.get() != null) {
        dispatch.shutdown(); // its breaker may not have come as far
        return false;
      }
      initializer.run();
      return true;
    } catch (Throwable failure) {
      breakBy(failure);
      return false;
    } finally {
      Thread.interrupted();
    }
  }

  private void breakBy(Throwable failure) {
    boolean first = broken.compareAndSet(null, failure);
    try {
      failAll();
    } catch (Throwable noMemory) {
      dispatch.shutdownAndStrand();
      failStranded(failure);
    }
    if (first) {
      Diagnostics.BROKEN.warn(failure);
    }
  }

  private void failAll() {
    Trampoline callbacks = Trampoline.beginUnlessInCallback(Trampoline.Flag.OF_WORKER);
    List<PooledTask<?>> tasks = drain(callbacks);
    try {
      for (int i = 0; i < tasks.size(); i++) {
        failAsBroken(tasks.get(i));
      }
    } finally {
      settled(callbacks);
    }
  }

  /** Fails a pending task of a broken pool (B2). */
  void failAsBroken(PooledTask<?> task) {
    fail(task, reason(Objects.requireNonNull(broken.get())));
  }

  @Override
  public @Nullable Throwable reasonToFail() {
    Throwable cause = dispatch.isShutdown() ? broken.get() : null;
    return cause == null ? null : reason(cause);
  }

  /** Without memory for an exception of its own (R22) the end of the heap is the reason itself. */
  private Throwable reason(Throwable failure) {
    try {
      Throwable cause = broken.get();
      return cause == null ? VirtualThreads.notStarted(failure) : brokenBy(cause);
    } catch (Throwable noMemory) {
      return noMemory;
    }
  }

  /** Callbacks for which there is no memory do not keep the other tasks from their end (R19). */
  private void fail(PooledTask<?> task, Throwable reason) {
    try {
      if (task.failPending(reason)) {
        task.settled();
      }
    } catch (Throwable noMemory) {
      Diagnostics.CALLBACKS_NOT_CALLED.warn(noMemory);
    }
  }

  /** Takes what has not started out of the queue; throws if there is no memory to do so. */
  private List<PooledTask<?>> drain(@Nullable Trampoline callbacks) {
    try {
      return dispatch.shutdownAndDrain();
    } catch (Throwable noMemory) {
      Trampoline.end(callbacks);
      throw noMemory;
    }
  }

  /** Tasks that were taken out of the queue to settle them are done; calls their callbacks. */
  private void settled(@Nullable Trampoline callbacks) {
    try {
      dispatch.settled();
    } finally {
      Trampoline.end(callbacks);
    }
  }

  private static BrokenExecutorException brokenBy(Throwable failure) {
    return new BrokenExecutorException("the initializer of a worker failed", failure);
  }

  // --- the end -------------------------------------------------------------------------------

  @Override
  public void shutdown(boolean cancelPending) {
    StackHeadroom.require(StackHeadroom.TO_WAKE);
    if (cancelPending) {
      Trampoline callbacks = Trampoline.beginUnlessInCallback(Trampoline.Flag.outsideRunner(this));
      List<PooledTask<?>> tasks = drain(callbacks);
      try {
        Shutdown.cancelUnstarted(tasks);
      } finally {
        settled(callbacks);
      }
    } else {
      dispatch.shutdown();
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    StackHeadroom.require(StackHeadroom.TO_WAKE);
    Trampoline callbacks = Trampoline.beginUnlessInCallback(Trampoline.Flag.outsideRunner(this));
    List<PooledTask<?>> tasks = drain(callbacks);
    try {
      return Shutdown.stop(tasks);
    } finally {
      settled(callbacks);
    }
  }

  @Override
  public boolean isShutdown() {
    return dispatch.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return dispatch.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return dispatch.awaitTermination(timeout, unit);
  }

  @Override
  public void reportCallbackFailure(TaskFuture<?> future, Throwable failure) {
    config.reportCallbackFailure(future, failure);
  }

  @Override
  public String toString() {
    return Shutdown.describe(BoundedVirtualThreadProvider.NAME, this)
        + ", "
        + dispatch.counts()
        + "]";
  }
}
