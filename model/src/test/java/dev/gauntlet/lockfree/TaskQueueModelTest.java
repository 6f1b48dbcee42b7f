package dev.gauntlet.lockfree;

import dev.gauntlet.model.ModelChecker;
import org.junit.jupiter.api.Test;

class TaskQueueModelTest {

  /** Looks whether a task is pending, and then cancels it: it may be claimed in between. */
  public static final class CancelledInTwoSteps extends QueueOperations {
    public CancelledInTwoSteps() {}

    @Override
    boolean take(NumberedNode node) {
      if (node.stateVolatile() != Node.PENDING) {
        return false;
      }
      node.setStateVolatile(Node.CANCELLED | Node.OUT_OF_TURN);
      return true;
    }
  }

  @Test
  void queueIsLinearizableAndObstructionFree() {
    ModelChecker.against(QueueSpecification.class)
        .obstructionFree()
        .holdsFor(QueueOperations.class);
  }

  @Test
  void cancellationInTwoStepsIsFound() {
    ModelChecker.against(QueueSpecification.class).findsWrongResultsOf(CancelledInTwoSteps.class);
  }
}
