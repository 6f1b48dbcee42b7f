package dev.gauntlet.peers;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** {@link CompletableFuture}s completed by hand. */
final class CompletableFutureRawPromises implements RawPromises {

  @Override
  public Object newPromise() {
    return new CompletableFuture<@Nullable Object>();
  }

  @Override
  public void succeed(Object promise, @Nullable Object value) {
    stage(promise).complete(value);
  }

  @Override
  public @Nullable Object get(Object promise) throws InterruptedException, ExecutionException {
    return stage(promise).get();
  }

  @Override
  public void addListener(Object promise, Runnable listener) {
    var unused = stage(promise).whenComplete((value, failure) -> listener.run());
  }

  @SuppressWarnings("unchecked") // made by newPromise
  private static CompletableFuture<@Nullable Object> stage(Object promise) {
    return (CompletableFuture<@Nullable Object>) promise;
  }
}
