package dev.gauntlet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TerminationTest {

  /** Answers as it is told to, at once. */
  private static final class Hasty extends AbstractExecutorService {
    private final Deque<Boolean> answers;

    Hasty(Collection<Boolean> answers) {
      this.answers = new ArrayDeque<>(answers);
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return answers.remove();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return true;
    }

    @Override
    public boolean isTerminated() {
      return answers.isEmpty();
    }

    @Override
    public void execute(Runnable command) {
      throw new AssertionError("nothing is submitted here");
    }
  }

  @Test
  void anExecutorThatAnswersBeforeItsTimeIsAskedAgain() throws Exception {
    Hasty hasty = new Hasty(List.of(false, false, true));
    Termination.await(hasty, "hasty");
    assertEquals(0, hasty.answers.size());
  }
}
