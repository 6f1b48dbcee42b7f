package dev.gauntlet.model;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What goes wrong on a thread that a protocol begins fails the protocol, and so does its end.
 *
 * <p>The protocols are made in lambdas: behind a reference to a constructor Lincheck does not see
 * that an object is made, and looks at nothing that it does.
 */
class ProtocolExplorerTest {
  private static final String WORDS = "wrong on purpose";

  /** Two threads that increment in two steps: one schedule in some loses an increment. */
  private static final class LostIncrement extends Protocol {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    void run() throws Exception {
      Thread other = alongside(this::increment);
      increment();
      other.join();
    }

    private void increment() {
      int before = count.get();
      count.set(before + 1);
    }

    @Override
    void check() {
      require(count.get() == 2, WORDS);
    }
  }

  /** The thread that was begun sees it alone, and nobody asks what it has thrown. */
  private static final class SeenByTheOtherThread extends Protocol {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    void run() throws Exception {
      Thread other = alongside(this::increment);
      count.incrementAndGet();
      other.join();
    }

    private void increment() {
      int before = count.get();
      require(count.compareAndSet(before, before + 1), WORDS);
    }

    @Override
    void check() {}
  }

  @Test
  void whatTheEndShowsIsFound() {
    ProtocolExplorer.findsFailure("a lost increment", WORDS, () -> new LostIncrement());
  }

  @Test
  void whatAnotherThreadThrowsIsFound() {
    ProtocolExplorer.findsFailure(
        "a lost increment, seen by another thread", WORDS, () -> new SeenByTheOtherThread());
  }
}
