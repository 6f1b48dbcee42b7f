package dev.gauntlet;

/**
 * The five observable states of a {@link TaskFuture} (S1).
 *
 * <pre>
 *   PENDING ──start──▶ RUNNING ──settle──▶ SUCCEEDED | FAILED
 *      │                  │
 *      │                  └─cancel(boolean)─▶ CANCELLED
 *      ├─cancel───────────────────────────▶ CANCELLED
 *      └─settle (a promise that never started)─▶ SUCCEEDED | FAILED
 * </pre>
 */
public enum TaskState {
  /** Accepted, and its body has not started. */
  PENDING,
  /** Its body has started and has not ended. */
  RUNNING,
  /** Done: the body returned a value, which may be null. */
  SUCCEEDED,
  /** Done: the body threw. */
  FAILED,
  /** Done: cancelled before the body started, or while it ran. */
  CANCELLED;

  /** Returns whether this state is terminal; a future in such a state never leaves it. */
  public boolean isDone() {
    return this != PENDING && this != RUNNING;
  }

  /** Returns whether a future in this state may move to {@code next} directly. */
  public boolean mayBecome(TaskState next) {
    return switch (this) {
      case PENDING -> next != PENDING;
      case RUNNING -> next.isDone();
      case SUCCEEDED, FAILED, CANCELLED -> false;
    };
  }
}
