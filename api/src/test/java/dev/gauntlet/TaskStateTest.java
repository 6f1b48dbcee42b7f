package dev.gauntlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskStateTest {
  private static final Set<TaskState> DONE =
      EnumSet.of(TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED);

  /** The transitions of S1, written out. */
  private static final Map<TaskState, Set<TaskState>> TRANSITIONS =
      Map.of(
          TaskState.PENDING,
          EnumSet.complementOf(EnumSet.of(TaskState.PENDING)),
          TaskState.RUNNING,
          DONE,
          TaskState.SUCCEEDED,
          Set.of(),
          TaskState.FAILED,
          Set.of(),
          TaskState.CANCELLED,
          Set.of());

  @Test
  void transitionsAreThoseOfTheSpecification() {
    for (TaskState from : TaskState.values()) {
      assertEquals(DONE.contains(from), from.isDone());
      for (TaskState to : TaskState.values()) {
        assertEquals(TRANSITIONS.get(from).contains(to), from.mayBecome(to), from + " to " + to);
      }
    }
  }
}
