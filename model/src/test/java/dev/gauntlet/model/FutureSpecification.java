package dev.gauntlet.model;

import dev.gauntlet.TaskState;

/** What {@link FutureOperations} return if nothing happens at the same time. */
public abstract class FutureSpecification {
  private TaskState state;
  private String outcome = "";
  private int registered;

  protected FutureSpecification(TaskState state) {
    this.state = state;
  }

  /** C1, C2, C4, C5. */
  public final int cancelUnlessRunning() {
    if (state == TaskState.CANCELLED) {
      return 0;
    }
    return state == TaskState.RUNNING ? FutureOperations.LOST : cancel();
  }

  /** C1 to C5. */
  public final int cancel() {
    return end(TaskState.CANCELLED, "");
  }

  /** S4, S9. */
  protected final int end(TaskState done, String result) {
    if (isDone()) {
      return FutureOperations.LOST;
    }
    state = done;
    outcome = result;
    return registered;
  }

  /** S10. */
  protected final boolean begin() {
    if (isDone()) {
      return false;
    }
    if (state == TaskState.RUNNING) {
      throw new IllegalStateException();
    }
    state = TaskState.RUNNING;
    return true;
  }

  /** K1, K3. */
  public final boolean register() {
    if (isDone()) {
      return true;
    }
    registered++;
    return false;
  }

  /** S2. */
  public final boolean isDone() {
    return state != TaskState.PENDING && state != TaskState.RUNNING;
  }

  /** S2, S6. */
  public final String look() {
    return state + outcome;
  }
}
