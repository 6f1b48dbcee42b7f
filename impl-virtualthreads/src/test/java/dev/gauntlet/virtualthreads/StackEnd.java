package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Brings an action to the end of a stack. */
final class StackEnd {
  /** More than it takes to get from the end of a stack to where there is room for everything. */
  static final int ATTEMPTS = 1200;

  private static final int SUCCESSES = 5;
  private static final long SMALL_STACK = 200_000;

  private final IntConsumer action;
  private int attempts;
  private int failures;
  private int successes;
  private @Nullable Throwable unexpected;

  private StackEnd(IntConsumer action) {
    this.action = action;
  }

  /**
   * Calls the action at the end of a stack, and then from one frame further up each time until it
   * has succeeded some times. It gets the number of the attempt, which is below {@link #ATTEMPTS}.
   */
  static void sweep(IntConsumer action) {
    sweep(action, () -> {});
  }

  /** Sweeps as {@link #sweep(IntConsumer)}, and then does something else on the same thread. */
  static void sweep(IntConsumer action, Runnable afterwards) {
    StackEnd end = new StackEnd(action);
    Thread caller =
        new Thread(
            null,
            () -> {
              end.fall();
              afterwards.run();
            },
            "deep caller",
            SMALL_STACK);
    caller.setDaemon(true);
    caller.start();
    Await.ended(caller);
    end.assertSwept();
  }

  /** Sweeps on the calling thread, starting some frames further down. */
  static void sweepHere(int offset, IntConsumer action) {
    StackEnd end = new StackEnd(action);
    end.fallFrom(offset);
    end.assertSwept();
  }

  private void assertSwept() {
    if (unexpected != null) {
      throw new AssertionError(unexpected);
    }
    assertTrue(failures > 0, "the action never met the end of the stack");
    assertTrue(successes > 0, "the action never succeeded");
  }

  private void fallFrom(int offset) {
    if (offset == 0) {
      fall();
    } else {
      fallFrom(offset - 1);
    }
  }

  private void fall() {
    try {
      fall();
    } catch (StackOverflowError end) {
      // The frames above go on.
    }
    if (attempts < ATTEMPTS && successes < SUCCESSES) {
      try {
        action.accept(attempts++);
        successes++;
      } catch (StackOverflowError expected) {
        failures++; // what happened before it is looked at afterwards
      } catch (Throwable other) {
        unexpected = other;
        attempts = ATTEMPTS;
      }
    }
  }
}
