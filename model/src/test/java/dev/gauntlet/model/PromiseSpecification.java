package dev.gauntlet.model;

import dev.gauntlet.TaskState;

/** What {@link PromiseOperations} return if nothing happens at the same time. */
public final class PromiseSpecification extends FutureSpecification {

  public PromiseSpecification() {
    super(TaskState.PENDING);
  }

  /** Section S, S10. */
  public boolean start() {
    return begin();
  }

  /** S4, S9. */
  public int trySucceed(int value) {
    return end(TaskState.SUCCEEDED, " " + value);
  }

  /** S4, S9. */
  public int tryFail() {
    return end(TaskState.FAILED, " IllegalStateException");
  }
}
