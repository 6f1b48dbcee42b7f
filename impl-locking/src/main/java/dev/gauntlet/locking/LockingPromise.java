package dev.gauntlet.locking;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.Promise;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A future that is settled by hand. It has no pool: {@link #lock} guards every transition. */
final class LockingPromise<V extends @Nullable Object> extends LockingFuture<V>
    implements Promise<V> {
  /*
   *   PENDING ──start──▶ RUNNING ──trySucceed, tryFail──▶ SUCCEEDED, FAILED
   *      │                  └────cancel(boolean)────────▶ CANCELLED
   *      ├──trySucceed, tryFail──▶ SUCCEEDED, FAILED
   *      └──cancel, cancel(boolean)──▶ CANCELLED
   *
   * Fields, modes, and why nobody is forgotten: LockingFuture. Each transition is made with the
   * lock held; whoever made the last one tells the listeners after it has let go of the lock.
   */
  private static final ExecutorConfig CONFIG = ExecutorConfig.defaults();

  @Override
  ExecutorConfig config() {
    return CONFIG;
  }

  @Override
  @Nullable Spinning readers() {
    return null;
  }

  @Override
  public TaskFuture<V> future() {
    return this;
  }

  @Override
  public boolean start() {
    synchronized (lock) {
      if (isDone()) {
        return false;
      }
      if (stateNow() == RUNNING) {
        throw new IllegalStateException("the promise was started before");
      }
      markRunning();
      return true;
    }
  }

  @Override
  public boolean trySucceed(V value) {
    return trySettle(RUNNING, SUCCEEDED, value);
  }

  @Override
  public boolean tryFail(Throwable failure) {
    return trySettle(RUNNING, FAILED, Objects.requireNonNull(failure, "failure"));
  }

  @Override
  public boolean cancel() {
    return trySettle(PENDING, CANCELLED, null) || isCancelled();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return trySettle(RUNNING, CANCELLED, null);
  }

  /** Settles the future if its state is {@code latest} or an earlier one. */
  private boolean trySettle(int latest, int done, @Nullable Object result) {
    Listeners detached;
    synchronized (lock) {
      if (stateNow() > latest) {
        return false;
      }
      requireRoomToTell();
      settle(done, result);
      detached = detachListeners();
    }
    releaseWaiters(detached);
    runCallbacks(detached);
    return true;
  }
}
