package dev.gauntlet.stress;

import dev.gauntlet.spi.Promise;
import org.jspecify.annotations.Nullable;

/**
 * A task in the place of a promise: what it is settled with is what its body returns or throws, and
 * who settles it runs that.
 */
@SuppressWarnings("NullAway") // a value may be null where its type says so
public abstract class TaskAsPromise<V extends @Nullable Object> implements Promise<V> {
  private @Nullable V value;
  private @Nullable Exception failure;
  private boolean ran;

  /** Creates one that has run nothing. */
  protected TaskAsPromise() {}

  /** The body of the task. */
  protected final V end() throws Exception {
    ran = true;
    if (failure != null) {
      throw failure;
    }
    return value;
  }

  /** Claims the task, if it is pending, and runs its body, as a worker would. */
  protected abstract void run();

  @Override
  public final boolean trySucceed(V result) {
    value = result;
    return settle();
  }

  @Override
  public final boolean tryFail(Throwable thrown) {
    failure = (Exception) thrown;
    return settle();
  }

  private boolean settle() {
    run();
    return ran && !future().isCancelled();
  }
}
