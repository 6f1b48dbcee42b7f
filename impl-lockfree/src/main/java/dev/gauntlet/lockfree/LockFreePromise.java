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
final class LockFreePromise<V extends @Nullable Object> extends LockFreeFuture<V>
    implements Promise<V> {
  /*
   * Unlike a task, which has one runner, a promise may be settled by several threads at once, so
   * the outcome cannot be written before the right to do so is won. It is installed by a CAS of
   * payload from null; whoever finds one installed publishes it before it returns false:
   *
   *   payload: null ──install──▶ outcome      state: PENDING | RUNNING ──publish──▶ its status
   *
   * An outcome is the value itself, which saves an object; NULL stands for null, a Failure for a failure.
   *
   * So a call that returns false leaves a done future behind, and a stalled winner holds up nobody.
   * cancel() goes for the state directly. If it overtakes the publication of an installed outcome,
   * the future is CANCELLED, and the owner of the outcome sees that, drops it and returns false.
   * Only the owner of an outcome releases the waiters, so callbacks run on its thread (K2).
   *
   *   field     written by           write mode               read mode
   *   payload   install (anybody)    CAS null ▶ outcome       acquire; plain after a done state
   *             owner, canceller     plain null, after CANCELLED
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

  private static final VarHandle PAYLOAD;

  static {
    try {
      PAYLOAD =
          MethodHandles.lookup()
              .findVarHandle(Settleable.class, "payload", Object.class)
              .withInvokeExactBehavior();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final Object NULL = new Object();

  /** Tells a failure from a value that happens to be a Throwable. */
  private record Failure(Throwable thrown) {}

  LockFreePromise() {
    super(null, null);
  }

  @Override
  public TaskFuture<V> future() {
    return this;
  }

  @Override
  public boolean start() {
    for (; ; ) {
      int s = stateVolatile();
      if (isDone(s)) {
        return false;
      }
      if (s != PENDING) {
        throw new IllegalStateException("started before: " + this);
      }
      Object installed = installed();
      if (installed != null) {
        publish(installed);
      } else if (casState(PENDING, RUNNING)) {
        return true;
      }
    }
  }

  @Override
  public boolean trySucceed(V value) {
    return settle(value == null ? NULL : value);
  }

  @Override
  public boolean tryFail(Throwable failure) {
    return settle(new Failure(Objects.requireNonNull(failure, "failure")));
  }

  private boolean settle(Object outcome) {
    if (isDone(stateVolatile())) {
      return false;
    }
    if (!install(outcome)) {
      Object other = installed();
      if (other != null) {
        publish(other);
      }
      return false;
    }
    if (isCancelled(publish(outcome))) {
      payload = null;
      return false;
    }
    Trampoline.run(releaseWaiters());
    return true;
  }

  /** Moves the state to that of an installed outcome; returns the done state. */
  private int publish(Object outcome) {
    int status = outcome instanceof Failure ? FAILED : SUCCEEDED;
    for (; ; ) {
      int s = stateVolatile();
      if (isDone(s)) {
        return s;
      }
      int settled = withStatus(s, status);
      if (casState(s, settled)) {
        return settled;
      }
    }
  }

  @Override
  @Nullable Object outcome() {
    Object outcome = payload;
    if (outcome instanceof Failure failure) {
      return failure.thrown();
    }
    return outcome == NULL ? null : outcome;
  }

  private @Nullable Object installed() {
    return (Object) PAYLOAD.getAcquire((Settleable<?>) this);
  }

  private boolean install(Object outcome) {
    return PAYLOAD.compareAndSet((Settleable<?>) this, (Object) null, outcome);
  }
}
