package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Violates K7 only: after a callback has thrown an Error the callbacks behind it are not called.
 */
@Violates("K7")
final class ErrorOfACallbackSkipsTheRest extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public List<Consumer<? super TaskFuture<V>>> takeCallbacks() {
        AtomicBoolean failed = new AtomicBoolean();
        List<Consumer<? super TaskFuture<V>>> guarded = new ArrayList<>();
        super.takeCallbacks()
            .forEach(callback ->
                guarded.add(done -> {
                  if (failed.get()) {
                    return;
                  }
                  try {
                    callback.accept(done);
                  } catch (Error error) {
                    failed.set(true);
                    throw error;
                  }
                }));
        return guarded;
      }
    };
  }
}
