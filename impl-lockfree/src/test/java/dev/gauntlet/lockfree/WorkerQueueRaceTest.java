package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.lockfree.Probe.Call;
import dev.gauntlet.lockfree.TaskQueueTest.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** An owner that pushes, polls and helps, thieves and a sweeper: each task is taken once. */
class WorkerQueueRaceTest {
  private static final int CLAIMED = Node.runningOn(1);
  private static final int ITEMS = 100_000;
  private static final int THIEVES = 2;
  private static final int LONGEST_BATCH = 200;

  private final AtomicIntegerArray fates = new AtomicIntegerArray(ITEMS);
  private volatile WorkerQueue queue;
  private volatile boolean closed;

  @Test
  void thievesAndTheOwner_loseAndDoubleNothing() throws Exception {
    List<Call<Boolean>> calls = new ArrayList<>();
    calls.add(new Call<>(this::own));
    Probe.until("the queue is there", () -> queue != null);
    for (int i = 0; i < THIEVES; i++) {
      calls.add(new Call<>(this::steal));
    }
    for (Call<Boolean> call : calls) {
      assertTrue(call.result());
    }
    for (int i = 0; i < ITEMS; i++) {
      assertEquals(1, fates.get(i), "fates of item " + i);
    }
    assertNull(queue.firstPending());
  }

  private boolean own() {
    WorkerQueue mine = new WorkerQueue(Thread.currentThread(), 2);
    queue = mine;
    SplittableRandom random = new SplittableRandom(1);
    List<Item> batch = new ArrayList<>();
    int next = 0;
    while (next < ITEMS) {
      batch.clear();
      for (int i = random.nextInt(LONGEST_BATCH); i >= 0 && next < ITEMS; i--) {
        batch.add(new Item(0, next++));
        assertTrue(mine.push(batch.getLast()));
      }
      switch (random.nextInt(3)) {
        case 0 -> batch.reversed().forEach(item -> help(mine, item));
        case 1 -> takeAll(mine);
        default -> batch.forEach(this::cancelSome);
      }
    }
    takeAll(mine);
    closed = true;
    return true;
  }

  private void help(WorkerQueue mine, Item item) {
    if (item.casState(Node.PENDING, CLAIMED | Node.OUT_OF_TURN)) {
      fates.incrementAndGet(item.number);
      mine.remove(item);
    }
  }

  private void cancelSome(Item item) {
    if (item.number % 3 == 0 && item.cancel()) {
      fates.incrementAndGet(item.number);
    }
  }

  private void takeAll(WorkerQueue mine) {
    for (Node node; (node = mine.poll(CLAIMED)) != null; ) {
      fates.incrementAndGet(((Item) node).number);
    }
  }

  private boolean steal() {
    Raid raid = new Raid();
    for (int i = 0; !closed; i++) {
      queue.open(raid);
      for (Node node; (node = raid.next(CLAIMED)) != null; ) {
        fates.incrementAndGet(((Item) node).number);
      }
      raid.end();
      if (i % 16 == 0) {
        queue.sweep();
      }
      Node first = i % 8 == 0 ? queue.claim(CLAIMED) : null;
      if (first != null) {
        fates.incrementAndGet(((Item) first).number);
      }
    }
    return true;
  }
}
