package dev.gauntlet.soak;

import java.util.SplittableRandom;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** How the making of a worker thread goes wrong on purpose. */
enum ThreadFault implements Weighted {
  RETURNS_NULL(4) {
    @Override
    @Nullable Thread make(Runnable worker) {
      return null;
    }
  },
  THROWS(4) {
    @Override
    Thread make(Runnable worker) {
      throw new IllegalStateException("a fault of the soak: no thread today");
    }
  },
  THROWS_ERROR(2) {
    @Override
    Thread make(Runnable worker) {
      throw new OutOfMemoryError("a fault of the soak: no memory for a thread");
    }
  },
  /** What happens where the system has no more threads. */
  START_FAILS(4) {
    @Override
    Thread make(Runnable worker) {
      return new UnstartableThread();
    }
  },
  IS_RUNNING(2) {
    @Override
    Thread make(Runnable worker) {
      Thread thread = daemons().newThread(worker);
      thread.start();
      return thread;
    }
  },
  HAS_ENDED(2) {
    @Override
    Thread make(Runnable worker) {
      Thread thread = daemons().newThread(() -> {});
      thread.start();
      while (thread.isAlive()) {
        LockSupport.parkNanos(TICK_NANOS);
      }
      return thread;
    }
  };

  private static final long TICK_NANOS = 10_000;

  private final int weight;

  ThreadFault(int weight) {
    this.weight = weight;
  }

  @Override
  public int weight() {
    return weight;
  }

  static ThreadFault draw(SplittableRandom random) {
    return Weighted.draw(values(), random);
  }

  abstract @Nullable Thread make(Runnable worker);

  static ThreadFactory daemons() {
    return Thread.ofPlatform().daemon().name("soak-worker").factory();
  }

  private static final class UnstartableThread extends Thread {
    @Override
    public void start() {
      throw new OutOfMemoryError("a fault of the soak: unable to create native thread");
    }
  }
}
