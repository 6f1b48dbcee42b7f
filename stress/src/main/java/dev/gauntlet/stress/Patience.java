package dev.gauntlet.stress;

import dev.gauntlet.FuturesInterruptedException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Bounds a wait that has no time-out of its own: a watchdog interrupts it when it lasts too long.
 *
 * <p>An actor that waits without bound would hang jcstress for ever; one that waits with the timed
 * method would not race the untimed one.
 */
final class Patience {
  /*
   * The deadline of a thread: NONE ──arm──▶ a time ──watchdog──▶ FIRING ──interrupted──▶ FIRED
   *                             ▲─────────────┴──────────disarm──────────────────────────┘
   *
   * Disarming waits while the watchdog is FIRING, so no interrupt arrives after it. Arming is a
   * release write and no more: a full fence here would strengthen the wait that follows.
   */
  /** For implementations: a wait that lasts as long on a loaded machine is a lost wake-up. */
  static final Patience LONG = new Patience(10_000);

  /** For controls, which lose wake-ups: each of them costs this time. */
  static final Patience SHORT = new Patience(100);

  static final String LATE = "late";

  private static final long NONE = 0;
  private static final long FIRING = 1;
  private static final long FIRED = 2;
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private static final List<Slot> SLOTS = new CopyOnWriteArrayList<>();
  private static final ThreadLocal<Slot> SLOT = ThreadLocal.withInitial(Slot::new);

  static {
    Thread.ofPlatform().daemon().name("watchdog").start(Patience::watch);
  }

  private final long nanos;

  private Patience(long millis) {
    this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Returns what the wait returns, the name of what it throws, or {@link #LATE}. */
  String await(Callable<?> wait) {
    return await(wait, LATE);
  }

  /**
   * The same of a wait that another actor interrupts: what it returns then is {@code interrupted}.
   */
  String await(Callable<?> wait, String interrupted) {
    Slot slot = SLOT.get();
    slot.arm(nanos);
    try {
      return String.valueOf(wait.call());
    } catch (InterruptedException | FuturesInterruptedException e) {
      return slot.hasFired() ? LATE : interrupted;
    } catch (Exception e) {
      return e.getClass().getSimpleName();
    } finally {
      slot.disarm();
    }
  }

  /** Spins until something is true or this patience has come to its end. */
  boolean spinUntil(Callable<Boolean> condition) {
    try {
      long start = System.nanoTime();
      while (!condition.call()) {
        if (System.nanoTime() - start > nanos) {
          return false;
        }
        Thread.onSpinWait();
      }
      return true;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void watch() {
    for (; ; ) {
      LockSupport.parkNanos(PERIOD_NANOS);
      SLOTS.forEach(Slot::check);
    }
  }

  private static final class Slot {
    private final Thread thread = Thread.currentThread();
    private final AtomicLong deadline = new AtomicLong();

    Slot() {
      SLOTS.add(this);
    }

    void arm(long nanos) {
      deadline.setRelease(Math.max(System.nanoTime() + nanos, FIRED + 1));
    }

    @SuppressWarnings("Interruption") // the wait ends in no other way
    void check() {
      long at = deadline.get();
      if (at > FIRED && System.nanoTime() > at && deadline.compareAndSet(at, FIRING)) {
        thread.interrupt();
        deadline.set(FIRED);
      }
    }

    boolean hasFired() {
      long at = deadline.get();
      return at == FIRING || at == FIRED;
    }

    void disarm() {
      while (deadline.get() == FIRING) {
        Thread.onSpinWait();
      }
      if (deadline.getAndSet(NONE) == FIRED) {
        boolean unused = Thread.interrupted();
      }
    }
  }
}
