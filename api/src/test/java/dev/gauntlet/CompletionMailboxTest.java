package dev.gauntlet;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionMailboxTest {

  @Test
  void next_atTheDeadline_yieldsWhatIsDoneAlthoughItHasNotTold() {
    StubFuture untold = new StubFuture();
    TaskFuture<?> future = untold.waitable();
    CompletionIterator<TaskFuture<?>> iterator =
        TaskFutures.asCompleted(List.of(future), Duration.ZERO);
    untold.done = true;
    assertSame(future, iterator.next());
    assertFalse(iterator.hasNext());
  }

  @Test
  void next_atTheDeadline_yieldsNothingThatIsNotDone() {
    StubFuture done = new StubFuture();
    TaskFuture<?> open = new StubFuture().waitable();
    TaskFuture<?> future = done.waitable();
    CompletionIterator<TaskFuture<?>> iterator =
        TaskFutures.asCompleted(List.of(open, future), Duration.ZERO);
    done.done = true;
    assertSame(future, iterator.next());
    FuturesTimeoutException thrown = assertThrows(FuturesTimeoutException.class, iterator::next);
    assertSame(1, thrown.unfinished());
  }
}
