package dev.gauntlet.conformance;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view of a future that knows the waiters it holds. If the future can be waited for itself, each
 * waiter is registered there and removed there, and one that is told after it was removed shows
 * that the future has kept it.
 */
public final class CountedFuture<V extends @Nullable Object> extends ForeignFuture<V>
    implements WaitableFuture<V> {
  /** Guarded by this: the waiters that were added and neither removed nor told. */
  private final List<Counted> waiters = new ArrayList<>();

  /** Guarded by this: the waiters that were told although they had been removed before the end. */
  private int kept;

  CountedFuture(TaskFuture<V> source) {
    super(source);
  }

  /** A waiter, as the source knows it. */
  private final class Counted implements FutureWaiter {
    final FutureWaiter waiter;

    /** Guarded by the future: removed before the source was done. */
    boolean isGone;

    Counted(FutureWaiter waiter) {
      this.waiter = waiter;
    }

    @Override
    public void futureDone(TaskFuture<?> done) {
      if (isStillThere(this)) {
        waiter.futureDone(CountedFuture.this);
      }
    }
  }

  private synchronized boolean isStillThere(Counted told) {
    kept += told.isGone ? 1 : 0;
    return waiters.remove(told);
  }

  /** Returns how many waiters the future holds. */
  public synchronized int waiters() {
    return waiters.size();
  }

  /** Returns how many waiters the source has kept after their removal; known once it is done. */
  synchronized int kept() {
    return kept;
  }

  @Override
  public boolean addWaiter(FutureWaiter waiter) {
    Counted counted = new Counted(waiter);
    synchronized (this) {
      if (isDone()) {
        return false;
      }
      waiters.add(counted);
    }
    boolean added = addToSource(counted);
    synchronized (this) {
      return added || !waiters.remove(counted);
    }
  }

  private boolean addToSource(Counted counted) {
    if (source() instanceof WaitableFuture<?> waitable) {
      return waitable.addWaiter(counted);
    }
    source().addDoneCallback(counted::futureDone);
    return true;
  }

  @Override
  public void removeWaiter(FutureWaiter waiter) {
    Counted counted = take(waiter);
    if (counted != null && source() instanceof WaitableFuture<?> waitable) {
      waitable.removeWaiter(counted);
      if (!isDone()) {
        synchronized (this) {
          counted.isGone = true;
        }
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // waiters are compared by identity
  private synchronized @Nullable Counted take(FutureWaiter waiter) {
    for (Counted counted : waiters) {
      if (counted.waiter == waiter) {
        waiters.remove(counted);
        return counted;
      }
    }
    return null;
  }

  @Override
  public boolean tryRunInPlace() {
    return source() instanceof WaitableFuture<?> waitable && waitable.tryRunInPlace();
  }
}
