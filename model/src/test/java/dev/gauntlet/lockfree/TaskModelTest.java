package dev.gauntlet.lockfree;

import dev.gauntlet.model.ModelChecker;
import org.junit.jupiter.api.Test;

class TaskModelTest {

  /** Looks whether the task is still running, and then believes that it is the one to end it. */
  public static final class EndedInTwoSteps extends TaskOperations {
    public EndedInTwoSteps() {}

    @Override
    void settle(int value) {
      if (!task().isDone()) {
        task().fail(new IllegalStateException());
        task().announceFailure();
      }
    }
  }

  @Test
  void taskIsLinearizableAndObstructionFree() {
    ModelChecker.against(TaskSpecification.class).obstructionFree().holdsFor(TaskOperations.class);
  }

  @Test
  void endInTwoStepsIsFound() {
    ModelChecker.against(TaskSpecification.class).findsWrongResultsOf(EndedInTwoSteps.class);
  }
}
