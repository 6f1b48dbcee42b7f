package dev.gauntlet.lockfree;

import dev.gauntlet.model.ModelChecker;
import org.junit.jupiter.api.Test;

class WorkerQueueModelTest {

  /** Looks whether its last task is pending, and then runs it: it may be stolen in between. */
  public static final class HelpedInTwoSteps extends WorkerQueueOperations {
    public HelpedInTwoSteps() {}

    @Override
    boolean take(Node node) {
      if (node.stateVolatile() != Node.PENDING) {
        return false;
      }
      node.setStateVolatile(Node.runningOn(1) | Node.OUT_OF_TURN);
      return true;
    }
  }

  @Test
  void queueIsLinearizableAndObstructionFree() {
    ModelChecker.against(WorkerQueueSpecification.class)
        .obstructionFree()
        .holdsFor(WorkerQueueOperations.class);
  }

  @Test
  void helpInTwoStepsIsFound() {
    ModelChecker.against(WorkerQueueSpecification.class)
        .findsWrongResultsOf(HelpedInTwoSteps.class);
  }
}
