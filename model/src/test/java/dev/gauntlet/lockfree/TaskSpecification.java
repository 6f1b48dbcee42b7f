package dev.gauntlet.lockfree;

import dev.gauntlet.TaskState;
import dev.gauntlet.model.FutureSpecification;

/** What {@link TaskOperations} return if nothing happens at the same time. */
public final class TaskSpecification extends FutureSpecification {

  public TaskSpecification() {
    super(TaskState.RUNNING);
  }

  /** C3: the value of a body that was cancelled is dropped. */
  public int succeed(int value) {
    return end(TaskState.SUCCEEDED, " " + value);
  }
}
