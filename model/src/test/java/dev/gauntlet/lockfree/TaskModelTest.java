package dev.gauntlet.lockfree;

import dev.gauntlet.model.ModelChecker;
import org.junit.jupiter.api.Test;

class TaskModelTest {

  /** Looks whether the task is pending, and then believes that it is the one to refuse it. */
  public static final class RefusedInTwoSteps extends TaskOperations {
    public RefusedInTwoSteps() {}

    @Override
    public int refuse() {
      if (task().stateVolatile() != Node.PENDING) {
        return LOST;
      }
      return end(() -> {
        task().fail(new IllegalStateException());
        task().announceFailure();
        return true;
      });
    }
  }

  /** Not free of obstruction: a cancel waits for the two stores that end a refusal. */
  @Test
  void taskIsLinearizable() {
    ModelChecker.against(TaskSpecification.class).holdsFor(TaskOperations.class);
  }

  @Test
  void refusalInTwoStepsIsFound() {
    ModelChecker.against(TaskSpecification.class).findsWrongResultsOf(RefusedInTwoSteps.class);
  }
}
