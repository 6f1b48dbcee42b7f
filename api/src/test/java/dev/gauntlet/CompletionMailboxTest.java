package dev.gauntlet;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.LinkedHashSet;
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

  /** As where there is no memory to enter it: null is what a queue does not take. */
  @Test
  void take_ofAnArrivalThatCouldNotBeEntered_findsTheFuture() throws Exception {
    StubFuture stub = new StubFuture();
    TaskFuture<?> future = stub.waitable();
    CompletionMailbox<TaskFuture<?>> mailbox =
        new CompletionMailbox<>(new LinkedHashSet<>(List.of(future)));
    stub.done = true;
    assertThrows(NullPointerException.class, () -> mailbox.futureDone(null));
    assertSame(future, mailbox.take(null));
    assertSame(0, mailbox.size());
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
