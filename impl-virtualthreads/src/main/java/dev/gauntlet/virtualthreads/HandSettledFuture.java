package dev.gauntlet.virtualthreads;

import static dev.gauntlet.virtualthreads.StateWord.FAILED;
import static dev.gauntlet.virtualthreads.StateWord.PENDING;
import static dev.gauntlet.virtualthreads.StateWord.RUNNING;
import static dev.gauntlet.virtualthreads.StateWord.SUCCEEDED;
import static dev.gauntlet.virtualthreads.StateWord.isPending;
import static dev.gauntlet.virtualthreads.StateWord.withStatus;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.Promise;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A future without a body, settled by whoever holds it. It is both sides of the promise. */
final class HandSettledFuture<V extends @Nullable Object> extends VirtualFuture<V>
    implements Promise<V> {
  /*
   *   payload   UNSET --settle--> outcome --a cancel overtakes it--> null
   *               +--cancel of a pending one--> null
   *   state     PENDING --start--> RUNNING
   *                +------------------+--publish--> SUCCEEDED | FAILED
   *                +------------------+--cancel---> CANCELLED
   *
   * Here any number of threads may settle, so none is the only one to write the payload. The first
   * CAS from UNSET decides whose outcome it is, and the state follows: by the thread that wrote it
   * or by the next one that comes to settle and finds it taken, whichever is faster. So whoever is
   * told that the future is settled finds it done (S4), and nobody waits for anybody. A cancel can
   * come between the two steps; the thread whose outcome it overtakes then drops it.
   *
   *   field     written by                             write mode   read mode
   *   payload   settle: outcome                        CAS          volatile, to publish; plain,
   *                                                                 after a done state
   *             canceller, overtaken settler: null     plain
   */
  private static final Object UNSET = new Object();
  private static final Object NULL = new Object();
  private static final TaskHost NO_POOL = new NoPool();

  /** What tells a failure from a value that happens to be a Throwable. */
  private record Failure(Throwable thrown) {}

  HandSettledFuture() {
    super(NO_POOL, PENDING, UNSET);
  }

  @Override
  public TaskFuture<V> future() {
    return this;
  }

  @Override
  public boolean start() {
    while (true) {
      int s = word();
      if (StateWord.isDone(s)) {
        return false;
      }
      if (!isPending(s)) {
        throw new IllegalStateException("the promise is running already");
      }
      if (casWord(s, withStatus(s, RUNNING))) {
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
    requireRoomToSettle();
    if (!casPayload(UNSET, outcome)) {
      publish();
      return false;
    }
    if (!publish()) {
      clearPayload();
      return false;
    }
    settled();
    return true;
  }

  /**
   * Makes the state follow the payload; returns false if the future is cancelled instead. A payload
   * that is null was dropped after a cancel, which the next look at the word shows.
   */
  private boolean publish() {
    Object outcome = payloadVolatile();
    while (true) {
      int s = word();
      if (StateWord.isDone(s)) {
        return !StateWord.isCancelled(s);
      }
      int status = outcome instanceof Failure ? FAILED : SUCCEEDED;
      if (outcome != null && casWord(s, withStatus(s, status))) {
        return true;
      }
    }
  }

  @Override
  @Nullable Object outcome() {
    Object outcome = payload();
    if (outcome instanceof Failure failure) {
      return failure.thrown();
    }
    return outcome == NULL ? null : outcome;
  }

  /** Failures of callbacks go where they go by default: there is no configuration. */
  private static final class NoPool implements TaskHost {
    private final ExecutorConfig config = ExecutorConfig.defaults();

    @Override
    public void reportCallbackFailure(TaskFuture<?> future, Throwable failure) {
      config.reportCallbackFailure(future, failure);
    }

    @Override
    public boolean isCurrentThreadWorker() {
      return false;
    }
  }
}
