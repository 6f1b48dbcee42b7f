package dev.gauntlet.peers;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** {@link FutureTask}s that nobody runs, settled through a subclass. */
final class FutureTaskRawPromises implements RawPromises {

  @Override
  public Object newPromise() {
    return new Settable();
  }

  @Override
  public void succeed(Object promise, @Nullable Object value) {
    ((Settable) promise).set(value);
  }

  @Override
  public @Nullable Object get(Object promise) throws InterruptedException, ExecutionException {
    return ((Settable) promise).get();
  }

  @Override
  public void addListener(Object promise, Runnable listener) {
    ((Settable) promise).listener = listener;
  }

  @Override
  public boolean takesManyListeners() {
    return false;
  }

  private static final class Settable extends FutureTask<@Nullable Object> {
    /** The hook of a FutureTask is one method, so there is room for one listener. */
    private @Nullable Runnable listener;

    Settable() {
      super(() -> {}, null);
    }

    @Override
    protected void set(@Nullable Object value) {
      super.set(value);
    }

    @Override
    protected void done() {
      if (listener != null) {
        listener.run();
      }
    }
  }
}
