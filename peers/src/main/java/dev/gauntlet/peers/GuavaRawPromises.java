package dev.gauntlet.peers;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** {@link SettableFuture}s. */
final class GuavaRawPromises implements RawPromises {

  @Override
  public Object newPromise() {
    return SettableFuture.<@Nullable Object>create();
  }

  @Override
  public void succeed(Object promise, @Nullable Object value) {
    settable(promise).set(value);
  }

  @Override
  public @Nullable Object get(Object promise) throws InterruptedException, ExecutionException {
    return settable(promise).get();
  }

  @Override
  public void addListener(Object promise, Runnable listener) {
    settable(promise).addListener(listener, MoreExecutors.directExecutor());
  }

  @SuppressWarnings("unchecked") // made by newPromise
  private static SettableFuture<@Nullable Object> settable(Object promise) {
    return (SettableFuture<@Nullable Object>) promise;
  }
}
