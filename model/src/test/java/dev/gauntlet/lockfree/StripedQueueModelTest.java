package dev.gauntlet.lockfree;

import dev.gauntlet.model.ModelChecker;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

class StripedQueueModelTest {

  /**
   * Counts as well, which is linearizable for two threads. A third one may be refused and count
   * before a task arrives whose submitter had looked before the close: a count is a snapshot, and
   * whoever ends a pool closes all queues before it looks for what is left.
   */
  public static final class StripedQueueCounts extends StripedQueueOperations {
    public StripedQueueCounts() {}

    @Operation
    public int countPending() {
      return queue.countPending(Integer.MAX_VALUE);
    }
  }

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
  void countsOfTwoThreadsAreLinearizableAndObstructionFree() {
    ModelChecker.against(StripedQueueSpecification.class)
        .obstructionFree()
        .holdsForTwoThreads(StripedQueueCounts.class);
  }

  @Test
  void closingOneByOneIsFound() {
    ModelChecker.against(StripedQueueSpecification.class).findsWrongResultsOf(ClosedOneByOne.class);
  }
}
