package dev.gauntlet.virtualthreads;

import dev.gauntlet.model.ModelChecker;
import org.junit.jupiter.api.Test;

class DispatchModelTest {

  /** Looks whether a task is pending, and then cancels it: two cancels may both believe it. */
  public static final class CancelledWithoutAnotherLook extends DispatchOperations {
    public CancelledWithoutAnotherLook() {}

    @Override
    boolean cancel(PooledTask<Integer> task) {
      if (!StateWord.isPending(task.word())) {
        return false;
      }
      boolean unused = cancelUnseen(task);
      return true;
    }
  }

  @Test
  void dispatchIsLinearizable() {
    ModelChecker.against(DispatchSpecification.class).holdsFor(DispatchOperations.class);
  }

  @Test
  void cancellationWithoutAnotherLookIsFound() {
    ModelChecker.against(DispatchSpecification.class)
        .findsWrongResultsOf(CancelledWithoutAnotherLook.class);
  }
}
