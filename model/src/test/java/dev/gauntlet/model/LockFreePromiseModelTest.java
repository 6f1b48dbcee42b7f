package dev.gauntlet.model;

import dev.gauntlet.lockfree.LockFreeProvider;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LockFreePromiseModelTest {

  /** The promise as it is. */
  public static class LockFreePromiseOperations extends PromiseOperations {
    public LockFreePromiseOperations() {
      super(new LockFreeProvider());
    }
  }

  /** Registers without a second look at the state: what comes in between is forgotten. */
  public static final class LostRegistration extends LockFreePromiseOperations {
    private final AtomicInteger waiting = new AtomicInteger();

    public LostRegistration() {}

    @Override
    public boolean register() {
      if (isDone()) {
        return true;
      }
      waiting.incrementAndGet();
      return false;
    }

    @Override
    protected int end(BooleanSupplier step) {
      int settled = super.end(step);
      return settled == LOST ? LOST : waiting.getAndSet(0);
    }
  }

  @Test
  void promiseIsLinearizableAndObstructionFree() {
    ModelChecker.against(PromiseSpecification.class)
        .obstructionFree()
        .holdsFor(LockFreePromiseOperations.class);
  }

  @Test
  void registrationWithoutASecondLookIsFound() {
    ModelChecker.against(PromiseSpecification.class).findsWrongResultsOf(LostRegistration.class);
  }
}
