package dev.gauntlet.locking;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of user code on a worker that is not the body at the top of its stack: a task that is
 * run in place, or callbacks. It starts with a clear interrupt flag (K11), no interrupt of the body
 * reaches it, and afterwards the body finds its flag as it was, or set if it was interrupted
 * meanwhile. Confined to the worker's thread.
 */
final class Interlude {
  /** The body whose interrupts wait for the end of this interlude. */
  private final @Nullable BodyFuture<?> covered;

  private final boolean interrupted;

  /**
   * Begins an interlude.
   *
   * @param body the body at the top of the worker's stack, if there is one
   */
  Interlude(@Nullable BodyFuture<?> body) {
    if (body != null && body.cover()) {
      covered = body;
      interrupted = body.absorbDeliveries();
    } else {
      covered = null;
      interrupted = Thread.interrupted();
    }
  }

  void end() {
    Thread.interrupted();
    boolean kept = covered != null && covered.uncover();
    if (interrupted || kept) {
      Interrupts.raise(Thread.currentThread());
    }
  }
}
