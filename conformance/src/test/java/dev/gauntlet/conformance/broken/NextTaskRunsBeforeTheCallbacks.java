package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.conformance.reference.CallbackQueue;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.ReferenceTask;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Violates K12 only: a worker runs the next queued task before the callbacks of the last one. */
@Violates("K12")
final class NextTaskRunsBeforeTheCallbacks extends ReferenceProvider {
  @Override
  public <V> ReferenceTask<V> newTask(ReferencePool pool, Callable<V> body, Runnable executed) {
    return new ReferenceTask<>(pool, body, executed) {
      @Override
      public void runCallbacks() {
        List<Consumer<? super TaskFuture<V>>> callbacks = takeCallbacks();
        List<ReferenceTask<?>> queued = pool.queued();
        if (!callbacks.isEmpty() && !queued.isEmpty() && pool.currentWorker() != null) {
          queued.get(0).tryRunInPlace();
        }
        CallbackQueue.run(callbacks.stream().<Runnable>map(each -> () -> call(each)).toList());
      }
    };
  }
}
