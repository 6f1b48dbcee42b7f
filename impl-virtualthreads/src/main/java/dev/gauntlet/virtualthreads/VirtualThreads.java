package dev.gauntlet.virtualthreads;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** The making of virtual threads, and what is said when it fails. */
final class VirtualThreads {

  private VirtualThreads() {}

  /**
   * Returns a factory of unnamed threads that have neither the inheritable thread-locals nor the
   * context class loader of the submitter (L31).
   */
  static ThreadFactory factory() {
    return Thread.ofVirtual().inheritInheritableThreadLocals(false).factory();
  }

  /**
   * Returns a new thread, not started.
   *
   * @throws RejectedExecutionException if there is none to be had
   */
  static Thread newThread(ThreadFactory threads, Runnable body) {
    Thread thread;
    try {
      thread = threads.newThread(body);
    } catch (Throwable failure) {
      throw notStarted(failure);
    }
    if (thread == null) {
      throw notStarted(null);
    }
    return thread;
  }

  static RejectedExecutionException notStarted(@Nullable Throwable cause) {
    return new RejectedExecutionException("no virtual thread could be started for the task", cause);
  }
}
