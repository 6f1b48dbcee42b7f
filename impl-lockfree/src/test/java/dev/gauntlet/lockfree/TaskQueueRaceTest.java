package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.lockfree.Probe.Call;
import dev.gauntlet.lockfree.TaskQueueTest.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class TaskQueueRaceTest {
  private static final int CLAIMED = Node.runningOn(1);
  private static final int PRODUCERS = 2;
  private static final int CONSUMERS = 2;

  private final TaskQueue queue = new TaskQueue();

  /**
   * Every item is claimed by exactly one consumer or cancelled by its producer; those of one
   * producer are claimed by each consumer in order; after the close nothing is left.
   */
  @Test
  void offersClaimsCancelsSweepsAndRetirements_loseAndDoubleNothing() throws Exception {
    int items = 40_000;
    AtomicIntegerArray fates = new AtomicIntegerArray(PRODUCERS * items);
    AtomicInteger producing = new AtomicInteger(PRODUCERS);
    List<Call<Boolean>> calls = new ArrayList<>();
    for (int p = 0; p < PRODUCERS; p++) {
      int producer = p;
      calls.add(
          new Call<>(() -> {
            produce(producer, items, fates);
            if (producing.decrementAndGet() == 0) {
              queue.close();
            }
            return true;
          }));
    }
    for (int c = 0; c < CONSUMERS; c++) {
      calls.add(new Call<>(() -> consume(items, fates, producing)));
    }
    for (Call<Boolean> call : calls) {
      assertTrue(call.result());
    }
    for (int i = 0; i < fates.length(); i++) {
      assertEquals(1, fates.get(i), "fates of item " + i);
    }
    assertFalse(queue.hasPending());
  }

  private void produce(int producer, int items, AtomicIntegerArray fates) {
    List<Item> recent = new ArrayList<>();
    int dead = 0;
    for (int n = 0; n < items; n++) {
      Item item = new Item(producer, n);
      assertTrue(queue.offer(item));
      recent.add(item);
      if (recent.size() == 50) {
        for (Item cancelled : recent) {
          if (ThreadLocalRandom.current().nextInt(3) > 0 && cancelled.cancel()) {
            fates.incrementAndGet(producer * items + cancelled.number);
            if (++dead % 16 == 0) {
              queue.sweep();
            }
          }
        }
        recent.clear();
      }
    }
  }

  private boolean consume(int items, AtomicIntegerArray fates, AtomicInteger producing) {
    int[] last = new int[PRODUCERS];
    java.util.Arrays.fill(last, -1);
    Item item = null;
    while (true) {
      boolean closed = producing.get() == 0;
      Item before = item;
      item = (Item) (before == null ? queue.claim(CLAIMED) : claimAfter(before));
      if (item == null) {
        if (closed) {
          return true;
        }
        queue.retire();
        continue;
      }
      assertTrue(item.number > last[item.producer], "order of one producer");
      last[item.producer] = item.number;
      fates.incrementAndGet(item.producer * items + item.number);
    }
  }

  private Node claimAfter(Item before) {
    if (before.number % 8 == 0) {
      queue.advanceTo(before);
    }
    Node claimed = queue.claimAfter(before, CLAIMED);
    return claimed == TaskQueue.CONTENDED ? queue.claim(CLAIMED) : claimed;
  }

  /** An offer that was accepted is there for the claims after the close; a refused one is not. */
  @Test
  void offerAgainstClose_isAcceptedAndThereOrRefused() throws Exception {
    for (int round = 0; round < 2_000; round++) {
      TaskQueue closing = new TaskQueue();
      CyclicBarrier start = new CyclicBarrier(2);
      Call<Integer> offering =
          new Call<>(() -> {
            start.await();
            int accepted = 0;
            while (closing.offer(new Item(0, accepted))) {
              accepted++;
            }
            return accepted;
          });
      start.await();
      closing.close();
      int accepted = offering.result();
      int claimed = 0;
      while (closing.claim(CLAIMED) != null) {
        claimed++;
      }
      assertEquals(accepted, claimed);
    }
  }

  /** The head passes the very nodes that a sweep takes out. */
  @Test
  void claimsAgainstASweep_shareNoNode() throws Exception {
    int count = 40;
    Item[] items = new Item[count];
    boolean[] cancelled = new boolean[count];
    boolean[] claimed = new boolean[count];
    TaskQueue[] swept = new TaskQueue[1];
    Probe.race(
        20_000,
        () -> {
          swept[0] = new TaskQueue();
          for (int i = 0; i < count; i++) {
            items[i] = new Item(0, i);
            cancelled[i] = false;
            claimed[i] = false;
            swept[0].offer(items[i]);
          }
        },
        () -> {
          for (Node node; (node = swept[0].claim(CLAIMED)) != null; ) {
            claimed[((Item) node).number] = true;
          }
        },
        () -> {
          for (int i = 1; i < count; i += 2) {
            cancelled[i] = items[i].cancel();
          }
          swept[0].sweep();
        },
        () -> {
          swept[0].retire();
          for (int i = 0; i < count; i++) {
            assertTrue(cancelled[i] != claimed[i], "item " + i);
            assertTrue(items[i].hasLeft(), "item " + i + " is cut off");
          }
        });
  }
}
