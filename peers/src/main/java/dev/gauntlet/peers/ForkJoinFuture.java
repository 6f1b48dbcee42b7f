package dev.gauntlet.peers;

import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ForkJoinTask}. It has no hook, so a virtual thread waits for it, started with the first
 * listener; listeners run there.
 */
final class ForkJoinFuture<V extends @Nullable Object> extends WrappedFuture<V> {
  private final ForkJoinTask<V> task;
  private final Listeners listeners = new Listeners();
  private final AtomicBoolean awaited = new AtomicBoolean();

  ForkJoinFuture(Future<V> task, Claim claim) {
    super(task, claim);
    this.task = (ForkJoinTask<V>) task;
  }

  @Override
  void whenDone(Runnable listener) {
    if (task.isDone() || !listeners.add(listener)) {
      listener.run();
    } else if (awaited.compareAndSet(false, true)) {
      Thread.ofVirtual().name("jdk-forkjoin-listeners").start(this::await);
    }
  }

  private void await() {
    task.quietlyJoin();
    listeners.fire();
  }
}
