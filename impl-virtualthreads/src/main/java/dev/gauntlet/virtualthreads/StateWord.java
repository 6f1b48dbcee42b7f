package dev.gauntlet.virtualthreads;

import dev.gauntlet.TaskState;

/**
 * The bits of the state word of a future. One int says what the future is, where its body is, and
 * who is about to interrupt it, so that each decision over any of these is one compare-and-set.
 */
final class StateWord {
  /*
   *   bits    name                 meaning
   *   0-2     status               one of the five public states
   *   3       ON_TOP               the body is what its worker executes: an interrupt reaches it
   *   4       COVERED              the body waits on its worker's stack below another body
   *   5       ON_CALLER            the body is on the stack of a thread that is never interrupted
   *   6       INTERRUPT_LATER      the body is owed an interrupt for when it is on top again
   *   7       STOPPED              the body has got its interrupt of shutdownNow
   *   8       FAILING              the failure of a task that never starts is being written
   *   9       AWAITED              the runner is parked until no interrupter is under way
   *   10      ARRIVED              the thread that was started for the task has come
   *   11      DISOWNED             its thread did not start: whoever comes for the task leaves it alone
   *   12      RUNNABLE             the body is a Runnable
   *   13      EXECUTED             the body came through execute: nobody holds the future
   *   16-30   INTERRUPTER x n      n threads are about to interrupt the runner
   *
   * FutureState has the diagram of the status, of 8, 10 and 11, RunnerState that of where a body is
   * and of interrupts; 12 and 13 are set by the constructor of a Task. Each transition is one atomic
   * update, a CAS where it depends on other bits, and each read is volatile.
   */
  static final int PENDING = 0;
  static final int RUNNING = 1;
  static final int SUCCEEDED = 2;
  static final int FAILED = 3;
  static final int CANCELLED = 4;
  private static final int STATUS = 7;

  static final int ON_TOP = 1 << 3;
  static final int COVERED = 1 << 4;
  static final int ON_CALLER = 1 << 5;
  static final int INTERRUPT_LATER = 1 << 6;
  static final int STOPPED = 1 << 7;
  static final int FAILING = 1 << 8;
  static final int AWAITED = 1 << 9;
  static final int ARRIVED = 1 << 10;
  static final int DISOWNED = 1 << 11;
  static final int RUNNABLE = 1 << 12;
  static final int EXECUTED = 1 << 13;
  static final int INTERRUPTER = 1 << 16;

  /** Where a body can be; none of these before it starts and after it has ended. */
  static final int ON_STACK = ON_TOP | COVERED | ON_CALLER;

  private static final TaskState[] PUBLIC_STATES = TaskState.values();

  private StateWord() {}

  static int status(int word) {
    return word & STATUS;
  }

  static int withStatus(int word, int status) {
    return (word & ~STATUS) | status;
  }

  static boolean has(int word, int bits) {
    return (word & bits) != 0;
  }

  static boolean isDone(int word) {
    return status(word) >= SUCCEEDED;
  }

  static boolean isPending(int word) {
    return status(word) == PENDING;
  }

  static boolean isCancelled(int word) {
    return status(word) == CANCELLED;
  }

  /** Returns how many threads are about to interrupt the runner. */
  static int interrupters(int word) {
    return word >>> 16;
  }

  static TaskState publicState(int word) {
    return PUBLIC_STATES[status(word)];
  }
}
