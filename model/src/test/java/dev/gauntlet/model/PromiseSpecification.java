package dev.gauntlet.model;

import dev.gauntlet.TaskState;

/** What {@link PromiseOperations} return if nothing happens at the same time. */
public final class PromiseSpecification {
  private TaskState state = TaskState.PENDING;
  private String outcome = "";
  private int registered;

  /** Section S, S10. */
  public boolean start() {
    if (isDone()) {
      return false;
    }
    if (state == TaskState.RUNNING) {
      throw new IllegalStateException();
    }
    state = TaskState.RUNNING;
    return true;
  }

  /** S4, S9. */
  public int trySucceed(int value) {
    return settle(TaskState.SUCCEEDED, " " + value);
  }

  /** S4, S9. */
  public int tryFail() {
    return settle(TaskState.FAILED, " IllegalStateException");
  }

  /** C1, C2, C4, C5. */
  public int cancelUnlessRunning() {
    if (state == TaskState.CANCELLED) {
      return 0;
    }
    return state == TaskState.RUNNING ? PromiseOperations.LOST : cancel();
  }

  /** C1 to C5. */
  public int cancel() {
    return settle(TaskState.CANCELLED, "");
  }

  private int settle(TaskState done, String result) {
    if (isDone()) {
      return PromiseOperations.LOST;
    }
    state = done;
    outcome = result;
    return registered;
  }

  /** K1, K3. */
  public boolean register() {
    if (isDone()) {
      return true;
    }
    registered++;
    return false;
  }

  /** S2. */
  public boolean isDone() {
    return state != TaskState.PENDING && state != TaskState.RUNNING;
  }

  /** S2, S6. */
  public String look() {
    return state + outcome;
  }
}
