package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.lockfree.Probe.Call;
import dev.gauntlet.lockfree.TaskQueueTest.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class StripedQueueRaceTest {
  private static final int CLAIMED = Node.runningOn(1);
  private static final int PRODUCERS = 3;
  private static final int WORKERS = 2;
  private static final int ITEMS = 30_000;

  private final StripedQueue queue = new StripedQueue(WORKERS);
  private final AtomicIntegerArray fates = new AtomicIntegerArray(PRODUCERS * ITEMS);
  private final AtomicInteger producing = new AtomicInteger(PRODUCERS);

  /**
   * Two producers share a queue, the third has its own, and every third task is cancelled. Each is
   * claimed once or cancelled; each worker claims those of one producer in order.
   */
  @Test
  void stintsOfSeveralWorkers_loseAndDoubleNothing() throws Exception {
    List<Call<Boolean>> calls = new ArrayList<>();
    for (int p = 0; p < PRODUCERS; p++) {
      int producer = p;
      calls.add(new Call<>(() -> produce(producer)));
    }
    for (int w = 0; w < WORKERS; w++) {
      int slot = w;
      calls.add(new Call<>(() -> work(slot)));
    }
    for (Call<Boolean> call : calls) {
      assertTrue(call.result());
    }
    for (int i = 0; i < fates.length(); i++) {
      assertEquals(1, fates.get(i), "fates of item " + i);
    }
    assertNull(queue.firstPending());
  }

  private boolean produce(int producer) {
    for (int n = 0; n < ITEMS; n++) {
      Item item = new Item(producer, n);
      if (n % 64 == 0) {
        queue.sweep();
      }
      assertTrue(queue.offer(item, producer / 2));
      if (n % 3 == 0 && item.cancel()) {
        fates.incrementAndGet(producer * ITEMS + n);
      }
    }
    if (producing.decrementAndGet() == 0) {
      queue.close();
    }
    return true;
  }

  private boolean work(int slot) {
    Stint stint = new Stint();
    stint.startAt(slot);
    int[] last = new int[PRODUCERS];
    Arrays.fill(last, -1);
    while (true) {
      boolean closed = producing.get() == 0;
      Node node = queue.claim(CLAIMED, stint);
      if (node == null) {
        if (closed) {
          return true;
        }
        queue.retire(0);
      }
      while (node != null) {
        Item item = (Item) node;
        assertTrue(item.number > last[item.producer], "order of one producer");
        last[item.producer] = item.number;
        fates.incrementAndGet(item.producer * ITEMS + item.number);
        node = stint.next(node, CLAIMED);
      }
    }
  }
}
