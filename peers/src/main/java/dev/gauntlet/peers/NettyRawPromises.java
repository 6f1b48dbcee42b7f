package dev.gauntlet.peers;

import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Promises of Netty's {@link ImmediateEventExecutor}. */
final class NettyRawPromises implements RawPromises {

  @Override
  public Object newPromise() {
    return ImmediateEventExecutor.INSTANCE.<@Nullable Object>newPromise();
  }

  @Override
  public void succeed(Object promise, @Nullable Object value) {
    promise(promise).setSuccess(value);
  }

  @Override
  public @Nullable Object get(Object promise) throws InterruptedException, ExecutionException {
    return promise(promise).get();
  }

  @Override
  public void addListener(Object promise, Runnable listener) {
    promise(promise).addListener(done -> listener.run());
  }

  @SuppressWarnings("unchecked") // made by newPromise
  private static Promise<@Nullable Object> promise(Object promise) {
    return (Promise<@Nullable Object>) promise;
  }
}
