package dev.gauntlet.conformance;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A view of a future that knows the waiters it holds. */
public final class CountedFuture<V extends @Nullable Object> extends ForeignFuture<V>
    implements WaitableFuture<V> {
  /** Guarded by this: the waiters that were added and neither removed nor told. */
  private final List<FutureWaiter> waiters = new ArrayList<>();

  /** Guarded by this. */
  private boolean observed;

  CountedFuture(TaskFuture<V> source) {
    super(source);
  }

  /** Returns how many waiters the future holds. */
  public synchronized int waiters() {
    return waiters.size();
  }

  @Override
  public boolean addWaiter(FutureWaiter waiter) {
    synchronized (this) {
      if (isDone()) {
        return false;
      }
      waiters.add(waiter);
      if (observed) {
        return true;
      }
      observed = true;
    }
    source().addDoneCallback(done -> tell());
    return true;
  }

  private void tell() {
    List<FutureWaiter> told;
    synchronized (this) {
      told = List.copyOf(waiters);
      waiters.clear();
    }
    told.forEach(waiter -> waiter.futureDone(this));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // waiters are compared by identity
  public synchronized void removeWaiter(FutureWaiter waiter) {
    for (int i = 0; i < waiters.size(); i++) {
      if (waiters.get(i) == waiter) {
        waiters.remove(i);
        return;
      }
    }
  }

  @Override
  public boolean tryRunInPlace() {
    return source() instanceof WaitableFuture<?> waitable && waitable.tryRunInPlace();
  }
}
