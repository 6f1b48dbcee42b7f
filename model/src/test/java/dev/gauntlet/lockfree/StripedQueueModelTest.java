package dev.gauntlet.lockfree;

import dev.gauntlet.model.ModelChecker;
import org.junit.jupiter.api.Test;

class StripedQueueModelTest {

  /** Closes one queue after the other, and until all are closed some accept what others refuse. */
  public static final class ClosedOneByOne extends StripedQueueOperations {
    public ClosedOneByOne() {}

    @Override
    public void close() {
      queue.closeEach();
    }
  }

  @Test
  void offersAndCloseAreLinearizableAndObstructionFree() {
    ModelChecker.against(StripedQueueSpecification.class)
        .obstructionFree()
        .holdsFor(StripedQueueOperations.class);
  }

  @Test
  void closingOneByOneIsFound() {
    ModelChecker.against(StripedQueueSpecification.class).findsWrongResultsOf(ClosedOneByOne.class);
  }
}
