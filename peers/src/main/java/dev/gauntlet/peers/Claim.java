package dev.gauntlet.peers;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Who got to a task first: its body or Python's {@code cancel}. {@code java.util.concurrent} has no
 * word for it.
 */
final class Claim {
  /*
   *   null ──tryStart──▶ STARTED
   *     └───tryCancel──▶ the peer's future
   *
   * A canceller publishes the future before it cancels it. A body that comes too late finds it here
   * and cancels it itself, so that the future is cancelled before the peer can settle it with what
   * the body's refusal throws.
   */
  private static final Object STARTED = new Object();

  private final AtomicReference<@Nullable Object> winner = new AtomicReference<>();

  boolean tryStart() {
    return winner.compareAndSet(null, STARTED);
  }

  /** Returns whether the body never runs: by this call or by an earlier one. */
  boolean tryCancel(Future<?> peer) {
    return winner.compareAndSet(null, peer) || !isStarted();
  }

  boolean isStarted() {
    return winner.get() == STARTED;
  }

  /** Called by the body before anything else; throws if it must not run. */
  void start() {
    if (tryStart()) {
      return;
    }
    if (winner.get() instanceof Future<?> cancelled) {
      cancelled.cancel(/* mayInterruptIfRunning= */ false);
    }
    throw new CancellationException();
  }
}
