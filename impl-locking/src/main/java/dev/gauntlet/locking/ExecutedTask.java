package dev.gauntlet.locking;

import org.jspecify.annotations.Nullable;

/** A {@link Runnable} given to {@code execute}: nobody sees its future. */
final class ExecutedTask extends LockingTask<@Nullable Object> {

  ExecutedTask(LockingPool pool, Runnable body) {
    super(pool, body);
  }

  @Override
  @Nullable Object call(Object body) {
    ((Runnable) body).run();
    return null;
  }

  @Override
  Runnable handBack() {
    return (Runnable) pendingBody();
  }

  /**
   * Calls the handler as the virtual machine would if the thread died (L21). The thread does not
   * die: a worker that goes on needs no replacement that might fail to start (L20). The same holds
   * for the thread of a submitter that runs the task because the queue is full.
   */
  @Override
  void failed(Throwable failure) {
    Thread thread = Thread.currentThread();
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    } catch (Throwable broken) {
      Diagnostics.HANDLER_THREW.warn(broken);
    }
  }
}
