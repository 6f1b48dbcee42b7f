package dev.gauntlet.conformance.reference;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Deadline;
import dev.gauntlet.spi.ExecutorConfig;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The queue, the workers and the shutdown. Everything is guarded by the monitor. */
public class ReferencePool {
  private static final System.Logger LOG = System.getLogger("dev.gauntlet");

  public final Monitor monitor = new Monitor();
  public final ExecutorConfig config;

  /** Makes the tasks and the workers. */
  final ReferenceProvider parts;

  private final ThreadFactory threads;

  /** Whether the calling thread is in the thread factory. */
  private final ThreadLocal<Boolean> callingFactory = ThreadLocal.withInitial(() -> false);

  protected final Set<ReferenceTask<?>> queue = new LinkedHashSet<>();

  /** Tasks whose body or whose callbacks on the same thread are not over. */
  protected final Set<ReferenceTask<?>> running = new LinkedHashSet<>();

  /** Workers whose thread was started, and those that are about to be. */
  protected int workers;

  /** Workers whose thread was started. */
  protected int live;

  /** Workers that have no task, those about to be started included. */
  protected int idle;

  /** Run once the initializer of a worker has broken the pool. */
  volatile Runnable whenBroken = () -> {};

  private int submitted;
  protected boolean shutdown;
  protected Throwable broken;
  private boolean logged;

  public ReferencePool(ReferenceProvider parts, ExecutorConfig config) {
    this.parts = parts;
    this.config = config;
    this.threads = parts.newThreadFactory(config);
  }

  // --- submitting --------------------------------------------------------------------------

  /** What becomes of a submission. */
  public enum Decision {
    QUEUED,
    NEEDS_WORKER,
    RUN_HERE
  }

  public void submit(ReferenceTask<?> task) {
    switch (monitor.locked(() -> decide(task))) {
      case QUEUED -> {}
      case NEEDS_WORKER -> startWorker(task);
      case RUN_HERE -> runHere(task);
    }
  }

  public void runHere(ReferenceTask<?> task) {
    CallbackQueue.apart(task::runBody);
  }

  public Decision decide(ReferenceTask<?> task) {
    refuseIfShutdown();
    while (isFull()) {
      Worker ownWorker = currentWorker();
      if (ownWorker != null && !ownWorker.isReady()) {
        throw new RejectedExecutionException("the queue is full, and this is an initializer");
      }
      switch (config.rejectionPolicy()) {
        case REJECT -> throw new RejectedExecutionException("the queue is full");
        case CALLER_RUNS -> {
          task.begin();
          return Decision.RUN_HERE;
        }
        case BLOCK -> {
          if (ownWorker != null) {
            task.begin();
            return Decision.RUN_HERE;
          }
          awaitPlace();
        }
      }
      refuseIfShutdown();
    }
    enqueue(task);
    if (needsWorker()) {
      workers++;
      idle++;
      return Decision.NEEDS_WORKER;
    }
    return Decision.QUEUED;
  }

  public void enqueue(ReferenceTask<?> task) {
    submitted++;
    queue.add(task);
    monitor.changed();
  }

  public boolean needsWorker() {
    return queue.size() > idle && workers < config.workers();
  }

  private void refuseIfShutdown() {
    if (broken != null) {
      throw brokenBy(broken);
    }
    if (shutdown) {
      throw new RejectedExecutionException("the executor is shut down");
    }
  }

  /** A task for which there is an idle worker, or room for a new one, takes no place. */
  public boolean isFull() {
    return config.queueCapacity().isPresent()
        && workers == config.workers()
        && queue.size() - idle >= config.queueCapacity().getAsInt();
  }

  public void awaitPlace() {
    if (isCallingFactory()) {
      throw new RejectedExecutionException("the queue is full, and a thread factory must not wait");
    }
    try {
      monitor.awaitChangeInterruptibly();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException("interrupted while the queue was full", interrupt);
    }
  }

  /** Without the monitor, because it calls the thread factory. */
  public void startWorker(ReferenceTask<?> task) {
    Worker worker = parts.newWorker(this);
    Throwable failure = null;
    try {
      Thread thread = callFactory(worker);
      if (thread == null) {
        failure = new NullPointerException("the thread factory returned null");
      } else if (thread.getState() != Thread.State.NEW) {
        failure = new IllegalThreadStateException("the thread factory started " + thread);
      } else {
        monitor.locked(() -> {
          worker.admit(thread);
          live++;
        });
        start(worker, thread);
      }
    } catch (Throwable thrown) {
      failure = thrown;
    }
    if (failure != null) {
      workerFailed(task, failure);
    }
  }

  /** Returns whether the calling thread is in the thread factory. */
  public boolean isCallingFactory() {
    return callingFactory.get();
  }

  private Thread callFactory(Worker worker) {
    boolean reentered = callingFactory.get();
    callingFactory.set(true);
    try {
      return threads.newThread(worker);
    } finally {
      callingFactory.set(reentered);
    }
  }

  private void start(Worker worker, Thread thread) {
    try {
      thread.start();
    } catch (Throwable refused) {
      monitor.locked(() -> {
        worker.revoke();
        live--;
      });
      throw refused;
    }
  }

  /** With a live worker the pool goes on; without one the task is taken back and refused. */
  public void workerFailed(ReferenceTask<?> task, Throwable cause) {
    List<ReferenceTask<?>> stranded = new ArrayList<>();
    boolean refused =
        monitor.locked(() -> {
          workers--;
          idle--;
          boolean takenBack = live == 0 && takeBack(task, cause);
          if (workers == 0) {
            stranded.addAll(queue);
            stranded.forEach(other -> other.settle(TaskState.FAILED, null, refusal(cause)));
          }
          monitor.changed();
          return takenBack;
        });
    ReferenceFuture.announce(stranded);
    if (refused) {
      throw refusal(cause);
    }
    logOnce(cause);
  }

  public boolean takeBack(ReferenceTask<?> task, Throwable cause) {
    return queue.remove(task);
  }

  private void logOnce(Throwable cause) {
    boolean first =
        monitor.locked(() -> {
          boolean notYet = !logged;
          logged = true;
          return notYet;
        });
    if (first) {
      LOG.log(Level.WARNING, "a worker could not be started; there are others", cause);
    }
  }

  public RejectedExecutionException refusal(Throwable cause) {
    return new RejectedExecutionException("no worker could be started", cause);
  }

  // --- under the monitor: what workers and tasks do ------------------------------------------

  public final Worker currentWorker() {
    Worker current = Worker.current();
    return current != null && current.pool == this ? current : null;
  }

  /** Returns the tasks in the queue, in their order. */
  public final List<ReferenceTask<?>> queued() {
    return monitor.locked(() -> List.copyOf(queue));
  }

  /** Returns how many tasks were put in the queue so far. */
  public final int submitted() {
    return monitor.locked(() -> submitted);
  }

  public final int queueLength() {
    return monitor.locked(queue::size);
  }

  boolean isQueued(ReferenceTask<?> task) {
    return queue.contains(task);
  }

  public void remove(ReferenceTask<?> task) {
    if (queue.remove(task)) {
      monitor.changed();
    }
  }

  void bodyBegins(ReferenceTask<?> task) {
    running.add(task);
  }

  public void bodyIsOver(ReferenceTask<?> task) {
    running.remove(task);
    monitor.changed();
  }

  /** Waits for a task and begins it; null if there will be none. */
  ReferenceTask<?> take() {
    while (queue.isEmpty()) {
      if (shutdown) {
        return null;
      }
      monitor.awaitChange();
    }
    ReferenceTask<?> task = next();
    idle--;
    task.begin();
    return task;
  }

  /** Of a queue that is not empty. */
  public ReferenceTask<?> next() {
    return queue.iterator().next();
  }

  public void workerIsIdle() {
    Thread.interrupted();
    idle++;
  }

  /** Only idle workers leave. */
  void workerLeaves() {
    workers--;
    live--;
    idle--;
    monitor.changed();
  }

  // --- the end -----------------------------------------------------------------------------

  public BrokenExecutorException brokenBy(Throwable cause) {
    return new BrokenExecutorException("the initializer of a worker failed", cause);
  }

  public void breakBecauseOf(Throwable failure) {
    List<ReferenceTask<?>> failed =
        monitor.locked(() -> {
          shutdown = true;
          broken = broken == null ? failure : broken;
          return settleQueued(TaskState.FAILED);
        });
    ReferenceFuture.announce(failed);
    LOG.log(Level.ERROR, "the initializer of a worker failed; the executor is broken", failure);
  }

  public void shutdown(boolean cancelPending) {
    List<ReferenceTask<?>> cancelled =
        monitor.locked(() -> {
          beginShutdown();
          return cancelPending ? settleQueued(TaskState.CANCELLED) : List.of();
        });
    ReferenceFuture.announce(cancelled);
  }

  public List<Runnable> shutdownNow() {
    List<ReferenceTask<?>> cancelled =
        monitor.locked(() -> {
          beginShutdown();
          running.forEach(ReferenceTask::interruptBody);
          return settleQueued(TaskState.CANCELLED);
        });
    List<Runnable> handedOut = new ArrayList<>();
    cancelled.forEach(task -> handedOut.add(task.handedOut()));
    ReferenceFuture.announce(cancelled);
    return handedOut;
  }

  private void beginShutdown() {
    shutdown = true;
    monitor.changed();
  }

  public List<ReferenceTask<?>> settleQueued(TaskState state) {
    List<ReferenceTask<?>> queued = List.copyOf(queue);
    for (ReferenceTask<?> task : queued) {
      task.settle(state, null, state == TaskState.FAILED ? brokenBy(broken) : null);
    }
    monitor.changed();
    return queued;
  }

  public boolean isShutdown() {
    return monitor.locked(() -> shutdown);
  }

  public boolean isTerminated() {
    return monitor.locked(() -> shutdown && queue.isEmpty() && running.isEmpty() && workers == 0);
  }

  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return monitor.await(this::isTerminated, Deadline.after(timeout, unit));
  }

  @Override
  public String toString() {
    return "workers " + workers + ", idle " + idle + (shutdown ? ", shut down" : "");
  }
}
