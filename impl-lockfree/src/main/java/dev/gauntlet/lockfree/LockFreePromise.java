package dev.gauntlet.lockfree;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.PromiseFactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A future that is settled by hand, and its writing side. All transitions are lock-free. */
final class LockFreePromise<V extends @Nullable Object> implements LockFreeFuture<V>, Promise<V> {
  /*
   * A task has one runner; a promise may be settled by several threads at once. So its outcome is
   * its status, in one word, and whoever moves that word to an end has settled it:
   *
   *               start            settle, cancel(boolean)
   *   null ─────────────▶ STARTED ─────────────────────────▶ value | NULL | Failure | CANCELLATION
   *     └──────────────── settle, cancel ────────────────────▶
   *
   * A value stands for itself, which saves an object. A call that returns false thus leaves a done
   * future behind, and a stalled thread holds up nobody. Who has moved the word releases the
   * waiters, so callbacks run on its thread (K2).
   *
   *   field     written by              write mode   read mode
   *   outcome   every transition        CAS          acquire, volatile; plain after a done status
   */
  static final PromiseFactory FACTORY =
      new PromiseFactory() {
        @Override
        public <V extends @Nullable Object> Promise<V> newPromise() {
          return new LockFreePromise<>();
        }
      };

  /** How promises report what callbacks throw: they belong to no executor. */
  static final ExecutorConfig REPORTING = ExecutorConfig.defaults();

  private static final VarHandle OUTCOME;
  private static final VarHandle WAITERS;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> self = LockFreePromise.class;
      OUTCOME = lookup.findVarHandle(self, "outcome", Object.class).withInvokeExactBehavior();
      WAITERS = lookup.findVarHandle(self, "waiters", Waiter.class).withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final Object NULL = new Object();
  private static final Object STARTED = new Object();
  private static final Object CANCELLATION = new Object();

  /** Tells a failure from a value that happens to be a Throwable. */
  private record Failure(Throwable thrown) {}

  private @Nullable Object outcome;

  /** See {@link Settleable}. */
  @SuppressWarnings("UnusedVariable") // read through its handle
  private @Nullable Waiter waiters;

  @Override
  public TaskFuture<V> future() {
    return this;
  }

  @Override
  public ExecutorConfig config() {
    return REPORTING;
  }

  @Override
  public @Nullable AdaptiveSpin readerSpin() {
    return null;
  }

  private static int statusOf(@Nullable Object outcome) {
    if (outcome == null) {
      return Node.PENDING;
    }
    if (outcome == STARTED) {
      return Node.RUNNING;
    }
    if (outcome == CANCELLATION) {
      return Node.CANCELLED;
    }
    return outcome instanceof Failure ? Node.FAILED : Node.SUCCEEDED;
  }

  @Override
  public int statusAcquire() {
    return statusOf((Object) OUTCOME.getAcquire(this));
  }

  @Override
  public int statusVolatile() {
    return statusOf(outcomeVolatile());
  }

  @Override
  public @Nullable Object outcome() {
    Object ended = outcome;
    if (ended instanceof Failure failure) {
      return failure.thrown();
    }
    return ended == NULL ? null : ended;
  }

  @Override
  public boolean start() {
    if (casOutcome(null, STARTED)) {
      return true;
    }
    if (!isDone()) {
      throw new IllegalStateException("started before: " + this);
    }
    return false;
  }

  @Override
  public boolean trySucceed(V value) {
    return settle(value == null ? NULL : value);
  }

  @Override
  public boolean tryFail(Throwable failure) {
    return settle(new Failure(Objects.requireNonNull(failure, "failure")));
  }

  private boolean settle(Object end) {
    for (; ; ) {
      Object now = outcomeVolatile();
      if (Node.isDone(statusOf(now))) {
        return false;
      }
      if (casOutcome(now, end)) {
        tellAll();
        return true;
      }
    }
  }

  @Override
  public boolean cancel() {
    return (outcomeVolatile() == null && tryCancel(null)) || outcomeVolatile() == CANCELLATION;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    for (; ; ) {
      Object now = outcomeVolatile();
      if (Node.isDone(statusOf(now))) {
        return false;
      }
      if (tryCancel(now)) {
        return true;
      }
    }
  }

  private boolean tryCancel(@Nullable Object now) {
    if (hadWaiters()) {
      StackRoom.require();
    }
    if (!casOutcome(now, CANCELLATION)) {
      return false;
    }
    tellAll();
    return true;
  }

  private @Nullable Object outcomeVolatile() {
    return (Object) OUTCOME.getVolatile(this);
  }

  private boolean casOutcome(@Nullable Object expected, Object update) {
    return OUTCOME.compareAndSet(this, expected, update);
  }

  private void tellAll() {
    if (waiters() != null) {
      Trampoline.run(tell(takeWaiters()));
    }
  }

  @Override
  public @Nullable Waiter waiters() {
    return (Waiter) WAITERS.getVolatile(this);
  }

  @Override
  public boolean casWaiters(@Nullable Waiter expected, @Nullable Waiter update) {
    return WAITERS.compareAndSet(this, expected, update);
  }

  private @Nullable Waiter takeWaiters() {
    Waiter closed = Waiter.Tombstone.INSTANCE;
    return (Waiter) WAITERS.getAndSet(this, closed);
  }

  @Override
  public String toString() {
    return Settleable.describe(this);
  }
}
