package dev.gauntlet;

import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a future says of itself, and whom it tells, is up to the test. */
final class StubFuture {
  final List<FutureWaiter> waiters = new ArrayList<>();
  final List<Consumer<TaskFuture<?>>> callbacks = new ArrayList<>();
  volatile boolean done;

  /** A callback is called when it is registered, although the future was not done before. */
  boolean callsAtOnce;

  /** What a registration throws, if anything. */
  @Nullable Error refusal;

  WaitableFuture<?> waitable() {
    return proxy(WaitableFuture.class);
  }

  TaskFuture<?> foreign() {
    return proxy(TaskFuture.class);
  }

  private <T> T proxy(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this::answer));
  }

  @SuppressWarnings("unchecked")
  private Object answer(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "isDone" -> done;
      case "addWaiter" -> waiters.add((FutureWaiter) arguments[0]);
      case "removeWaiter" -> {
        waiters.remove(arguments[0]);
        yield null;
      }
      case "addDoneCallback" -> {
        if (refusal != null) {
          throw refusal;
        }
        Consumer<TaskFuture<?>> callback = (Consumer<TaskFuture<?>>) arguments[0];
        callbacks.add(callback);
        if (callsAtOnce) {
          callback.accept((TaskFuture<?>) proxy);
        }
        yield proxy;
      }
      case "tryRunInPlace" -> false;
      case "hashCode" -> System.identityHashCode(this);
      case "equals" -> proxy == arguments[0];
      case "toString" -> "stub";
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }
}
