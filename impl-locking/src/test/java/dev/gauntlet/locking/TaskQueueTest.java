package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.ExecutorConfig;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaskQueueTest {
  private final LockingPool pool = new LockingPool(ExecutorConfig.defaults());
  private final TaskQueue queue = new TaskQueue();

  private LockingTask<?> add() {
    LockingTask<?> task = new RunnableTask(pool, () -> {});
    queue.add(task);
    return task;
  }

  @Test
  void poll_isFirstInFirstOut() {
    LockingTask<?> first = add();
    LockingTask<?> second = add();
    assertSame(first, queue.peek());
    assertSame(first, queue.poll());
    assertSame(second, queue.poll());
    assertNull(queue.poll());
    assertTrue(queue.isEmpty());
  }

  @Test
  void remove_fromAnyPosition_keepsTheOrderOfTheRest() {
    Random random = new Random(7);
    Deque<LockingTask<?>> model = new ArrayDeque<>();
    for (int step = 0; step < 10_000; step++) {
      if (model.isEmpty() || random.nextInt(5) < 3) {
        model.add(add());
      } else {
        List<LockingTask<?>> present = new ArrayList<>(model);
        LockingTask<?> removed = present.get(random.nextInt(present.size()));
        model.remove(removed);
        queue.remove(removed);
      }
      assertEquals(model.size(), queue.size());
      assertSame(model.peek(), queue.peek());
    }
    while (!model.isEmpty()) {
      assertSame(model.poll(), queue.poll());
    }
    assertNull(queue.poll());
  }

  @Test
  void remove_unlinksTheTask() {
    add();
    LockingTask<?> middle = add();
    add();
    queue.remove(middle);
    assertNull(middle.previous);
    assertNull(middle.next);
    LockingTask<?> first = queue.poll();
    assertNull(first.next);
  }
}
