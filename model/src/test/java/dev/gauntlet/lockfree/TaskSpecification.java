package dev.gauntlet.lockfree;

import dev.gauntlet.TaskState;

/** What {@link TaskOperations} return if nothing happens at the same time. */
public final class TaskSpecification {
  private TaskState state = TaskState.PENDING;
  private String outcome = "";
  private int registered;

  /** S1. */
  public boolean claim() {
    if (state != TaskState.PENDING) {
      return false;
    }
    state = TaskState.RUNNING;
    return true;
  }

  /** C3: the value of a body that was cancelled is dropped. */
  public int succeed(int value) {
    return state == TaskState.RUNNING ? end(TaskState.SUCCEEDED, " " + value) : TaskOperations.LOST;
  }

  /** L17. */
  public int refuse() {
    return state == TaskState.PENDING
        ? end(TaskState.FAILED, " IllegalStateException")
        : TaskOperations.LOST;
  }

  /** C1, C2, C4, C5. */
  public int cancelUnlessRunning() {
    if (state == TaskState.CANCELLED) {
      return 0;
    }
    return state == TaskState.PENDING ? end(TaskState.CANCELLED, "") : TaskOperations.LOST;
  }

  /** C1 to C5. */
  public int cancel() {
    return isDone() ? TaskOperations.LOST : end(TaskState.CANCELLED, "");
  }

  private int end(TaskState done, String result) {
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
