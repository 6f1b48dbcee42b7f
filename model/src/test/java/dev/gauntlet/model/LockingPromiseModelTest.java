package dev.gauntlet.model;

import dev.gauntlet.locking.LockingProvider;
import org.junit.jupiter.api.Test;

class LockingPromiseModelTest {

  /** The promise as it is. */
  public static class LockingPromiseOperations extends PromiseOperations {
    public LockingPromiseOperations() {
      super(new LockingProvider());
    }
  }

  /** Looks whether the future is done, and then believes that it is the one to settle it. */
  public static final class SettledTwice extends LockingPromiseOperations {
    public SettledTwice() {}

    @Override
    public int tryFail() {
      if (isDone()) {
        return LOST;
      }
      int settled = super.tryFail();
      return settled == LOST ? 0 : settled;
    }
  }

  @Test
  void promiseIsLinearizable() {
    ModelChecker.against(PromiseSpecification.class).holdsFor(LockingPromiseOperations.class);
  }

  /** What {@code lockfree} is asked for besides, a promise with a lock does not have. */
  @Test
  void obstructionIsFound() {
    ModelChecker.against(PromiseSpecification.class)
        .findsObstructionOf(LockingPromiseOperations.class);
  }

  @Test
  void settlingInTwoStepsIsFound() {
    ModelChecker.against(PromiseSpecification.class).findsWrongResultsOf(SettledTwice.class);
  }
}
