package dev.gauntlet.locking;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A thread of a pool: takes tasks and runs them, and parks while there are none. */
final class Worker implements Runnable {
  /*
   *   STARTING ──arrived──▶ BUSY ──becameFree──▶ IDLE ──pop, wakeAll──▶ WAKING ──arrived──▶ BUSY
   *                         BUSY ──becameFree, looking out────────────▶ WAKING
   *
   *   field           written by                                         read by
   *   presence        anybody, with the lock of the pool                 this thread without, volatile
   *   enlisted,       with the lock of the pool                          same
   *   previous, next
   *   nextIdle        with the lock of the pool, or by wakeAll's caller  same
   *   top             this thread, with the lock of the pool             others with the lock,
   *                                                                      this thread without
   *   thread          this thread, before it first takes the lock        with the lock
   *   entered         with the lock of the pool                          same
   *   requested       the starter, before Thread.start                   this thread, and others
   *                                                                      with the lock
   *   ready           this thread                                        this thread
   *   enclosing       this thread                                        this thread
   *
   * Looking out: this thread is WAKING while it spins, as one that was woken, so that nobody wakes
   * another; whatever comes of it, it takes the lock and looks at the queue.
   *
   * Parking: this thread becomes IDLE with the lock of the pool, after it has found the queue empty
   * in the same section, and parks while it reads IDLE. Whoever wakes it makes it WAKING with the
   * lock and unparks it after the lock is free. If that happens before the park, the permit makes
   * the park return; so no wake-up is lost. An interrupt that nobody has a claim to is absorbed
   * here (I4): with a set flag the thread would spin.
   *
   * A factory may lend a thread of another pool, or of the same one. Its worker then runs in a body
   * of the worker that encloses it; the thread is a worker of both pools, and helps either.
   *
   * top is the innermost body on the stack of this thread, or the last one until the next is taken;
   * its outer is the body below it. The end of a body does not touch top unless the body was run in
   * place, so that a worker takes the lock of the pool once for each task.
   */
  enum Presence {
    STARTING,
    BUSY,
    IDLE,
    WAKING
  }

  private static final ThreadLocal<Worker> CURRENT = new ThreadLocal<>();

  private final LockingPool pool;

  /** What is refused as this worker could not be started, has failed, or breaks the pool. */
  final Refusals refusals = new Refusals();

  volatile Presence presence = Presence.STARTING;
  boolean enlisted;
  @Nullable Worker previous;
  @Nullable Worker next;
  @Nullable Worker nextIdle;
  @Nullable LockingTask<?> top;
  private @Nullable Thread thread;
  private volatile @Nullable Thread requested;
  private boolean entered;
  private boolean ready;
  private @Nullable Worker enclosing;

  Worker(LockingPool pool) {
    this.pool = pool;
  }

  /** Returns the innermost worker whose thread calls this, or null. */
  static @Nullable Worker current() {
    return CURRENT.get();
  }

  /** Returns the innermost worker of {@code pool} whose thread calls this, or null. */
  static @Nullable Worker of(LockingPool pool) {
    Worker worker = CURRENT.get();
    while (worker != null && worker.pool != pool) {
      worker = worker.enclosing;
    }
    return worker;
  }

  /**
   * Runs user code that is no part of the body at the top of the stack: on a worker in an {@link
   * Interlude}, elsewhere just so. {@code code} must not throw.
   */
  static void apart(Runnable code) {
    Worker worker = current();
    if (worker == null) {
      code.run();
      return;
    }
    Interlude interlude = new Interlude(worker.top);
    try {
      code.run();
    } finally {
      interlude.end();
    }
  }

  /** Lets {@link #run} run: from now on {@code starting} is the one that was asked to start. */
  void requestStart(Thread starting) {
    requested = starting;
  }

  /** Returns whether {@code starting} was asked to start and has yet to enter. */
  boolean awaits(Thread starting) {
    return !entered && requested == starting;
  }

  /** Notes that a thread has entered; returns whether it is the first one. */
  boolean enter() {
    boolean first = !entered;
    entered = true;
    return first;
  }

  boolean hasEntered() {
    return entered;
  }

  @Override
  public void run() {
    // A thread that the factory has started by itself is refused (L19).
    if (requested == null || !pool.admit(this)) {
      return;
    }
    thread = Thread.currentThread();
    try {
      enclosing = CURRENT.get();
      CURRENT.set(this);
      if (initialize()) {
        ready = true;
        work();
      }
    } finally {
      leaveThread();
      pool.left(this);
    }
  }

  private void leaveThread() {
    if (enclosing == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(enclosing);
    }
  }

  private boolean initialize() {
    Runnable initializer = pool.config().initializer();
    if (initializer == null) {
      return true;
    }
    try {
      initializer.run();
      return true;
    } catch (Throwable failure) {
      Thread.interrupted(); // what the initializer leaves is not for the logger either
      pool.ending().breakDown(failure, refusals);
      return false;
    } finally {
      Thread.interrupted();
    }
  }

  private void work() {
    boolean more = true;
    while (more) {
      more = runNext();
    }
  }

  /** In a frame of its own, so that nothing refers to the last task while the worker is idle. */
  private boolean runNext() {
    LockingTask<?> task = pool.take(this);
    if (task == null) {
      return false;
    }
    try {
      task.runBody();
    } catch (Throwable escaped) {
      Diagnostics.ERROR_OUTSIDE_A_TASK.warn(escaped);
    }
    return true;
  }

  /**
   * Runs a pending task of this pool in place, on top of the body or callback that waits for it.
   *
   * @return whether it ran; false if somebody else was faster, or if this thread has yet to prepare
   *     itself for bodies (B1)
   */
  boolean help(LockingTask<?> task) {
    return ready && runInPlace(task, () -> pool.claimQueued(task, this));
  }

  /** Returns whether this thread runs bodies; if not, it runs the initializer. */
  boolean isReady() {
    return ready;
  }

  /**
   * Runs {@code task} on top of the present stack if {@code claim} gets it. The bodies below are
   * covered before the claim, so that an interrupt for any finds the right one.
   */
  boolean runInPlace(LockingTask<?> task, BooleanSupplier claim) {
    StackHeadroom.requireToComplete();
    Worker innermost = CURRENT.get();
    return (innermost == null ? this : innermost).coverUpTo(this, task, claim);
  }

  /** Covers the bodies from this worker out to {@code owner}, which then runs the task. */
  private boolean coverUpTo(Worker owner, LockingTask<?> task, BooleanSupplier claim) {
    Interlude interlude = new Interlude(top);
    try {
      Worker outer = this == owner ? null : enclosing;
      return outer == null ? owner.claimAndRun(task, claim) : outer.coverUpTo(owner, task, claim);
    } finally {
      interlude.end();
    }
  }

  private boolean claimAndRun(LockingTask<?> task, BooleanSupplier claim) {
    Trampoline left = Trampoline.stepOut(); // before the claim: it may need memory
    try {
      return claim.getAsBoolean() && runClaimed(task);
    } finally {
      Trampoline.stepBack(left);
    }
  }

  private boolean runClaimed(LockingTask<?> task) {
    try {
      task.runBody();
    } finally {
      pool.ended(task, this);
    }
    return true;
  }

  void parkWhileIdle() {
    while (presence == Presence.IDLE) {
      Parking.park(pool);
      Thread.interrupted();
    }
  }

  void unpark() {
    Parking.unpark(thread);
  }
}
