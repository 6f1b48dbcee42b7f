package dev.gauntlet.lockfree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The idle workers of a pool, the last one to fall asleep on top, and the token that at most one
 * worker holds between being woken, or going to look out unasked, and finding a task.
 */
final class IdleStack {
  /*
   *   version (43 bits) | token (bit 20) | slot of the worker on top (20 bits, 0: nobody)
   *
   *   token:   FREE ──tryPop, tryTakeToken──▶ HELD ──returnToken, a push that returns it──▶ FREE
   *   worker:  awake ──push──▶ idle ──tryPop, wakeAll──▶ awake
   *
   *   field             written by                    write mode   read mode
   *   ctl               anybody                       CAS          volatile
   *   Worker.nextIdle   its worker, before the push   volatile     volatile (whoever pops)
   *
   * A push changes the version, so a pop that has read a stale nextIdle fails.
   *
   * The token throttles wake-ups: while somebody holds it, a submitter wakes nobody. It is enough,
   * because the holder, after it has given the token back, looks at the queue again: if it found a
   * task, to wake the next worker before it runs the task; if it found none, after the push that
   * gave the token back. The submitter appends and then reads this word, the holder changes this
   * word and then reads the queue, all volatile: the submitter sees no token, or the holder sees
   * the task.
   */
  private static final long SLOT_MASK = (1L << 20) - 1;
  private static final long TOKEN = 1L << 20;
  private static final long VERSION = 1L << 21;
  private static final long VERSION_MASK = -VERSION;

  private static final VarHandle CTL;

  static {
    try {
      CTL =
          MethodHandles.lookup()
              .findVarHandle(IdleStack.class, "ctl", long.class)
              .withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final WorkerTable table;
  private volatile long ctl;

  IdleStack(WorkerTable table) {
    this.table = table;
  }

  long ctl() {
    return ctl;
  }

  static boolean isTokenHeld(long ctl) {
    return (ctl & TOKEN) != 0;
  }

  static boolean isAnyoneIdle(long ctl) {
    return slot(ctl) != 0;
  }

  private static int slot(long ctl) {
    return (int) (ctl & SLOT_MASK);
  }

  /** Puts a worker on top; a holder of the token gives it back by this. */
  void push(Worker worker, boolean returnsToken) {
    long c;
    long pushed;
    do {
      c = ctl;
      worker.nextIdle = slot(c);
      pushed = ((c & VERSION_MASK) + VERSION) | worker.slot();
      if (!returnsToken) {
        pushed |= c & TOKEN;
      }
    } while (!cas(c, pushed));
  }

  /** Takes the worker on top and the token, both at once; null if {@code c} is out of date. */
  @Nullable Worker tryPop(long c) {
    Worker top = table.get(slot(c));
    if (top == null) {
      return null;
    }
    return cas(c, (c & VERSION_MASK) | TOKEN | top.nextIdle) ? top : null;
  }

  /** Takes the token for a worker that is going to look at the queue unasked. */
  boolean tryTakeToken() {
    long c = ctl;
    return !isTokenHeld(c) && cas(c, c | TOKEN);
  }

  /** Gives the token back. */
  void returnToken() {
    long c;
    do {
      c = ctl;
    } while (!cas(c, c & ~TOKEN));
  }

  /** Takes and wakes all workers, without the token. */
  void wakeAll() {
    long c;
    do {
      c = ctl;
      if (!isAnyoneIdle(c)) {
        return;
      }
    } while (!cas(c, c & ~SLOT_MASK));
    int slot = slot(c);
    while (slot != 0) {
      Worker worker = table.get(slot);
      if (worker == null) {
        throw new IllegalStateException("an idle worker has left its slot");
      }
      slot = worker.nextIdle;
      worker.wake(Worker.WOKEN);
    }
  }

  private boolean cas(long expected, long update) {
    return CTL.compareAndSet(this, expected, update);
  }
}
