package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.ExecutorConfig;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final LockingPool pool = new LockingPool(ExecutorConfig.builder().workers(1).build());
  private final TaskQueue queue = new TaskQueue();
  private final Inbox inbox = new Inbox(queue);

  private LockingTask<?> task() {
    return new RunnableTask(pool, () -> {});
  }

  private LockingTask<?> leave() {
    LockingTask<?> task = task();
    assertTrue(inbox.offer(task));
    return task;
  }

  @Test
  void closedAtFirst() {
    assertFalse(inbox.offer(task()));
    assertEquals(0, inbox.sizeNow());
  }

  @Test
  void whatIsGatheredFollowsWhatIsQueued_inOrder() {
    LockingTask<?> queued = task();
    queue.add(queued);
    inbox.setOpen(true);
    LockingTask<?> first = leave();
    LockingTask<?> second = leave();
    assertEquals(2, inbox.sizeNow());
    inbox.gather();
    assertEquals(0, inbox.sizeNow());
    assertEquals(3, queue.size());
    assertSame(queued, queue.poll());
    assertSame(first, queue.poll());
    assertSame(second, queue.poll());
    assertNull(queue.poll());
  }

  @Test
  void gatheringLeavesItOpen() {
    inbox.setOpen(true);
    leave();
    inbox.gather();
    leave();
    inbox.gather();
    assertEquals(2, queue.size());
  }

  @Test
  void closingHandsOverWhatIsThere_andRefusesTheRest() {
    inbox.setOpen(true);
    LockingTask<?> left = leave();
    inbox.setOpen(false);
    assertSame(left, queue.peek());
    assertFalse(inbox.offer(task()));
    inbox.gather();
    assertEquals(1, queue.size());
  }

  @Test
  void aGatheredTaskCanLeaveFromAnyPosition() {
    inbox.setOpen(true);
    LockingTask<?> first = leave();
    LockingTask<?> second = leave();
    LockingTask<?> third = leave();
    inbox.gather();
    queue.remove(second);
    assertSame(first, queue.poll());
    assertSame(third, queue.poll());
    assertTrue(queue.isEmpty());
  }
}
