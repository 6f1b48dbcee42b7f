package dev.gauntlet.lockfree;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One worker: the loop that its thread runs. */
final class Worker extends Runner implements Runnable {
  /*
   *   field        written by                      write mode        read mode
   *   slot         whoever hires, before start     plain             plain
   *   maker        whoever hires, null after start volatile          volatile
   *   nextIdle     worker, before its push         volatile          volatile (whoever pops)
   *   wake         worker, before its push         volatile          volatile (worker)
   *                whoever has popped it           volatile, then unpark
   *   phase        hirer: MADE ▶ ARMED ▶ DISARMED  volatile, CAS     CAS
   *                worker: ARMED ▶ BEGUN           CAS
   *   all others   worker                          confined
   *
   *      ┌──────────── run some tasks ◀── claim ◀───────────┐
   *      ▼                                                  │ pending; first: token back, and if
   *   look at the queue ── nothing ──▶ push on idle stack   │ more than one is, signalWork
   *      ▲    │  (or first take the token    │              │
   *      │    │   and spin: Search)          │              │
   *      │    └─────────── pending ──────────┼──────────────┘
   *      │                                   ▼
   *      └── woken ── park ◀── look again: pending ▶ signalWork, shut down ▶ wakeAll
   *
   * Only a worker that was woken or is new looks before it claims: it cares for a successor, which
   * may call the thread factory, and until that has returned its own task is anybody's (C19, L8).
   * If somebody takes that one meanwhile, the claim finds the next, or nothing, and it rests. A
   * stint goes on with tasks of the same queue; it ends after a few, or when others rely on a look
   * (isSearching).
   *
   * No wake-up is lost: the worker pushes itself and then looks again at the queue and at the
   * shutdown flag; a submitter appends, a shutdown sets the flag, and then they look at the idle
   * stack. All of it is volatile. wake is set before the unpark and read before each park. A worker
   * that reads the shutdown flag, then finds the queues empty, leaves: what is appended after it, by
   * a worker that submits, is taken back or taken care of by that worker (PendingTasks).
   *
   * A thread factory is foreign code: it may run the body twice, or have started the thread. The
   * worker begins once, only between the arming, right before the start of its thread, and the
   * disarming, when that start has failed; so a hire that has failed has no worker (L18, L19).
   *
   * A task that throws does not end the worker, see Task and Command. Nor does an error of the
   * worker itself, say the end of the heap between two tasks: it goes on, for a heap that cannot be
   * had now can often be had later. What it owes to others is done before it is noted as done, and
   * a worker that has pushed itself waits to be woken whatever fails meanwhile, so one on the idle
   * stack is always there, and there once. On its way out, whatever fails, the census is told:
   * nobody else could do that, and the next submission or shutdown cares for what is pending.
   *
   * A job whose run is cut short by such an error (say, the end of the stack in a helped task) is
   * an orphan: it is settled at the bottom of the stack, where there is room (R19), and callbacks
   * that were cut off are run there. Noting either is an allocation and a store, without a call.
   */
  static final int WOKEN = 1;
  static final int WOKEN_WITH_TOKEN = 2;

  private static final int ASLEEP = 0;

  /** How many nodes a queue may have that a search walks past at each look. */
  private static final int SHORT_WALK = 16;

  private static final int MADE = 0;
  private static final int ARMED = 1;
  private static final int BEGUN = 2;
  private static final int DISARMED = 3;

  volatile int nextIdle;
  volatile int wake;

  private final InterruptGate gate;
  private final Claimant claimant;
  private final Search search;
  private final AtomicInteger phase = new AtomicInteger(MADE);
  private volatile @Nullable Thread maker = Thread.currentThread();
  private int slot;

  /** Jobs whose run was cut short: a job and the array that was there before it. */
  private @Nullable Object @Nullable [] orphans;

  /** Callbacks that were cut off: the first of them and the array that was there before it. */
  @Nullable Object @Nullable [] strandedCallbacks;

  private int jobsAbove;
  private boolean starting = true;
  private boolean holdsToken;

  /** Others relied on this worker, which has not looked at the queue for them yet. */
  private boolean owesLook;

  private boolean ready;

  Worker(LockFreePool pool) {
    super(pool);
    this.gate = new InterruptGate(pool.stop());
    this.claimant = new Claimant(pool.queue());
    this.search = new Search(pool);
  }

  void setSlot(int slot) {
    this.slot = slot;
    claimant.startAt(slot);
  }

  int slot() {
    return slot;
  }

  /** Returns whether the initializer, if there is one, has ended. */
  boolean isReady() {
    return ready;
  }

  /** Returns whether it runs a body, or is about to look for the next; a hint. */
  boolean isAtWork() {
    return gate.isOpen();
  }

  InterruptGate gate() {
    return gate;
  }

  /** Wakes an idle worker that the caller has taken from the idle stack. */
  void wake(int how) {
    wake = how;
    gate.unpark();
  }

  /** Allows the worker to begin; its thread is about to be started. */
  void arm(Thread thread) {
    gate.bind(thread);
    phase.set(ARMED);
  }

  /** The start of the thread has returned, or has failed. */
  void isMade() {
    maker = null;
  }

  /** Returns whether the current thread makes this worker, or is its own and has yet to begin. */
  boolean isMadeHere() {
    return maker == Thread.currentThread() || (phase.get() != BEGUN && gate.isOfCurrentThread());
  }

  /** Returns whether the worker has not begun and never will. */
  boolean disarm() {
    return phase.compareAndSet(ARMED, DISARMED) || phase.get() != BEGUN;
  }

  @Override
  public void run() {
    if (!phase.compareAndSet(ARMED, BEGUN)) {
      return;
    }
    try {
      enter();
      gate.bind(Thread.currentThread());
      if (initialize()) {
        ready = true;
        claimant.enlist();
        work();
      }
    } catch (Throwable error) {
      Diagnostics.WORKER_FAILED.log(error);
    } finally {
      leave();
    }
  }

  /** Returns false if the worker is of no use. */
  private boolean initialize() {
    Runnable initializer = pool.config().initializer();
    if (initializer == null) {
      return true;
    }
    if (refusesWhatIsPending() || (pool.isShutdown() && !pool.queue().hasPending())) {
      return false;
    }
    Throwable failure = call(initializer);
    if (failure != null) {
      gate.shut();
      pool.lifecycle().breakDown(failure);
    }
    return failure == null;
  }

  /** Returns whether the pool is broken, and nothing of it is pending any more. */
  private boolean refusesWhatIsPending() {
    if (!pool.lifecycle().isBroken()) {
      return false;
    }
    gate.shut();
    pool.lifecycle().refuseAll();
    return true;
  }

  /** Runs the initializer as a body, which shutdownNow may interrupt; returns what it threw. */
  private @Nullable Throwable call(Runnable initializer) {
    Node body = new NeutralNode();
    gate.enterBody(body);
    try {
      initializer.run();
      return null;
    } catch (Throwable failure) {
      return failure;
    } finally {
      gate.leaveBody(body);
    }
  }

  private void work() {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = tryStep();
    }
  }

  private boolean tryStep() {
    try {
      return step();
    } catch (Throwable error) {
      gate.shut(); // to log may run code of the user, which no interrupt for a body is to reach
      Diagnostics.ERROR_OUTSIDE_A_TASK.log(error);
      return true;
    }
  }

  /** Runs a task, or rests; returns false if the pool needs no worker any more. */
  private boolean step() {
    boolean closing = pool.isShutdown();
    if (closing && refusesWhatIsPending()) {
      return false;
    }
    int claimed = Node.runningOn(slot);
    Node node = isSearching() && !passOn() ? null : claimant.claim(claimed);
    if (node == null) {
      return rest(closing);
    }
    while (node != null) {
      runClaimed((Job) node, node);
      node = isSearching() ? null : claimant.next(node, claimed);
    }
    return true;
  }

  private void runClaimed(Job job, Node node) {
    boolean ended = false;
    try {
      pool.freePlace();
      gate.enterBody(node);
      job.runOn(this);
      ended = true;
      search.taskEnded(job.wasAwaited());
    } finally {
      if (!ended) {
        settleOrphan(job);
      }
      if (orphans != null || strandedCallbacks != null) {
        makeUp();
      }
    }
  }

  /** Returns whether others rely on this worker to look at the queue. */
  private boolean isSearching() {
    return starting || holdsToken || owesLook;
  }

  /** Cares for a successor before the first task is claimed; returns false if there is none. */
  private boolean passOn() {
    if (!pool.queue().hasPending()) {
      return false;
    }
    endSearch();
    if (pool.queue().hasMoreThan(1)) {
      gate.shut();
      pool.signalWork(1);
    }
    return true;
  }

  private void endSearch() {
    owesLook = false;
    if (starting) {
      pool.census().hasStarted();
      starting = false;
    }
    if (holdsToken) {
      pool.idle().returnToken();
      holdsToken = false;
    }
  }

  private boolean rest(boolean closing) {
    gate.shut();
    if (closing) {
      cancelLeft();
      return false;
    }
    if (starting) {
      endSearch();
    }
    if (!lookOut()) {
      retire(0);
      sleep();
    }
    return true;
  }

  /** Where the stack ends in a submission that comes too late, its task is still there. */
  private void cancelLeft() {
    for (Node left; (left = claimant.claimLeft()) != null; ) {
      Runnable unused = pool.lifecycle().cancel(left);
    }
  }

  /** Looks out for work before it parks, holding the token; returns whether to look at it. */
  private boolean lookOut() {
    if (!search.isDue()) {
      return false;
    }
    retire(SHORT_WALK);
    if (!holdsToken) {
      holdsToken = pool.idle().tryTakeToken();
    }
    return holdsToken && search.finds();
  }

  /** Where there is no memory for it, the last task is retained for a little longer. */
  private void retire(int longerThan) {
    try {
      claimant.rest();
      pool.queue().retire(longerThan);
    } catch (OutOfMemoryError end) {
      // The next rest tries again.
    }
  }

  private void sleep() {
    wake = ASLEEP;
    pool.idle().push(this, holdsToken);
    try {
      lookAgain();
    } finally {
      awaitWake();
    }
  }

  private void lookAgain() {
    if (pool.queue().hasPending()) {
      pool.signalWork();
    }
    if (pool.isShutdown()) {
      pool.idle().wakeAll();
    }
  }

  private void awaitWake() {
    while (wake == ASLEEP) {
      Parking.park(this);
      Thread.interrupted();
    }
    holdsToken = wake == WOKEN_WITH_TOKEN;
  }

  private void leave() {
    try {
      gate.shut();
      claimant.delist();
      exit();
      pool.table().remove(slot);
    } finally {
      leaveCensus();
    }
  }

  private void leaveCensus() {
    try {
      endSearch();
    } finally {
      pool.census().leave();
      pool.workerHasLeft();
    }
  }

  // What a task asks of the worker that runs it

  /**
   * A body has returned. Who waits for its outcome may submit the next task before this worker has
   * come to look at the queue, and would wake another one for it; so the token is taken beforehand.
   */
  void bodyEnded(Settleable<?> future) {
    if (search.isAboutToBegin(future)
        && jobsAbove == 0
        && !holdsToken
        && !pool.queue().hasPending()) {
      holdsToken = pool.idle().tryTakeToken();
    }
  }

  /**
   * Gives back a token that was taken beforehand: it is going to take longer. An interrupt may be
   * on its way to the body, so no user code is called here: if a worker has to be hired, this one
   * sees to it when it looks at the queue.
   */
  void isHeldUp() {
    if (holdsToken) {
      endSearch();
      owesLook = pool.queue().hasPending() && !pool.tryWake();
    }
  }

  /** Gives back a token that was taken beforehand, and looks: user code comes first. */
  private void isBusy() {
    if (holdsToken || owesLook) {
      endSearch();
      if (pool.queue().hasPending()) {
        gate.shut();
        pool.signalWork();
      }
    }
  }

  /** Runs the callbacks of a task that has ended. */
  void runCallbacks(Callback<?> callbacks) {
    isBusy();
    if (jobsAbove > 0) {
      StackRoom.require();
    }
    gate.shut();
    Trampoline.run(callbacks);
  }

  /** Hands what an executed Runnable threw to the uncaught-exception handler. */
  void runHandler(Throwable failure) {
    gate.shut();
    Command.handOver(failure);
  }

  /** Runs a pending task of the pool in place (N2); returns false if somebody else has it. */
  boolean help(Task<?> task) {
    if (pool.isBounded()) {
      StackRoom.require();
    }
    InterruptGate.Suspension suspension = gate.suspension();
    Trampoline.Outer outer = Trampoline.detach();
    boolean claimed = false;
    boolean ended = false;
    try {
      suspension.beginBody();
      claimed = task.casState(Node.PENDING, Node.runningOn(slot) | Node.OUT_OF_TURN);
      if (claimed) {
        pool.freePlace();
        boolean removed = claimant.remove(task);
        runAbove(task, task);
        if (!removed) {
          pool.queue().noteDead();
          pool.queue().sweepIfDue(); // what it has returned is not to be kept for long
        }
      }
      ended = true;
    } finally {
      // Where the stack ends there may be no room for a call.
      if (claimed && !ended) {
        orphans = new Object[] {task, orphans};
      }
      Trampoline.attach(outer);
      suspension.end();
    }
    return claimed;
  }

  /** Runs a job that was never queued in place (N3). */
  void runUnqueued(Node node, Job job) {
    InterruptGate.Suspension suspension = gate.suspension();
    Trampoline.Outer outer = Trampoline.detach();
    try {
      suspension.beginBody();
      node.setStateVolatile(Node.runningOn(slot));
      runAbove(node, job);
    } finally {
      Trampoline.attach(outer);
      suspension.end();
    }
  }

  private void runAbove(Node node, Job job) {
    jobsAbove++;
    try {
      gate.enterBody(node);
      job.runOn(this);
    } finally {
      jobsAbove--;
    }
  }

  private void settleOrphan(Job orphan) {
    isHeldUp();
    orphan.settleOrphan();
    gate.leaveBody((Node) orphan);
  }

  /** Does at the bottom of the stack what was cut short at its end. */
  private void makeUp() {
    while (orphans != null) {
      Job orphan = (Job) Objects.requireNonNull(orphans[0]);
      orphans = (Object[]) orphans[1];
      settleOrphan(orphan);
    }
    while (strandedCallbacks != null) {
      Callback<?> first = (Callback<?>) Objects.requireNonNull(strandedCallbacks[0]);
      strandedCallbacks = (Object[]) strandedCallbacks[1];
      runCallbacks(first);
    }
  }
}
