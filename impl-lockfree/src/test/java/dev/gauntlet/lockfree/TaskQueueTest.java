package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskQueueTest {
  private static final int CLAIMED = Node.runningOn(1);

  private final TaskQueue queue = new TaskQueue();

  static final class Item extends Node {
    final int producer;
    final int number;

    Item(int producer, int number) {
      super(PENDING);
      this.producer = producer;
      this.number = number;
    }

    boolean cancel() {
      return casState(PENDING, CANCELLED | OUT_OF_TURN);
    }

    boolean hasLeft() {
      return nextAcquire() == this;
    }
  }

  private Item offer(int number) {
    Item item = new Item(0, number);
    assertTrue(queue.offer(item));
    return item;
  }

  private List<Item> offerMany(int count) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(offer(i));
    }
    return items;
  }

  private int nodes() {
    Node head = (Node) Probe.field(queue, TaskQueue.class, "head");
    int count = 1;
    for (Node n = head.nextAcquire(); n != null; n = n.nextAcquire()) {
      assertNotSame(n, n.nextAcquire());
      count++;
    }
    return count;
  }

  @Test
  void claim_followsTheOrderOfOffers() {
    List<Item> items = offerMany(5);
    for (Item item : items) {
      assertSame(item, queue.claim(CLAIMED));
      assertEquals(CLAIMED, item.stateVolatile());
    }
    assertNull(queue.claim(CLAIMED));
  }

  @Test
  void claim_skipsWhatIsCancelled() {
    List<Item> items = offerMany(4);
    assertTrue(items.get(0).cancel());
    assertTrue(items.get(2).cancel());
    assertSame(items.get(1), queue.claim(CLAIMED));
    assertSame(items.get(3), queue.claim(CLAIMED));
    assertNull(queue.claim(CLAIMED));
    assertFalse(items.get(1).cancel());
  }

  @Test
  void claimAfter_goesOnInOrderAndSkipsWhatIsCancelled() {
    List<Item> items = offerMany(5);
    Node first = queue.claim(CLAIMED);
    assertSame(items.get(0), first);
    items.get(1).cancel();
    assertSame(items.get(2), queue.claimAfter(first, CLAIMED));
    assertSame(items.get(3), queue.claimAfter(items.get(2), CLAIMED));
    assertSame(items.get(4), queue.claimAfter(items.get(3), CLAIMED));
    assertNull(queue.claimAfter(items.get(4), CLAIMED));
    queue.close();
    assertNull(queue.claimAfter(items.get(4), CLAIMED));
  }

  @Test
  void claimAfter_aNodeThatHasLeft_beginsAtTheHead() {
    List<Item> items = offerMany(8);
    Node first = queue.claim(CLAIMED);
    for (int i = 1; i < 5; i++) {
      queue.claim(CLAIMED);
    }
    assertTrue(items.get(0).hasLeft());
    assertSame(items.get(5), queue.claimAfter(first, CLAIMED));
  }

  @Test
  void advanceTo_movesTheHeadUnlessSomethingIsPending() {
    List<Item> items = offerMany(6);
    Node node = queue.claim(CLAIMED);
    for (int i = 1; i < 4; i++) {
      node = queue.claimAfter(node, CLAIMED);
    }
    queue.advanceTo(node);
    assertSame(items.get(3), Probe.field(queue, TaskQueue.class, "head"));
    assertTrue(items.get(2).hasLeft());
    queue.advanceTo(items.get(1)); // the head has passed it
    assertTrue(items.get(5).casState(Node.PENDING, CLAIMED));
    queue.advanceTo(items.get(5)); // the one before it is pending
    assertSame(items.get(3), Probe.field(queue, TaskQueue.class, "head"));
  }

  @Test
  void offer_afterClose_isRefused() {
    Item before = offer(1);
    queue.close();
    queue.close();
    assertFalse(queue.offer(new Item(0, 2)));
    assertSame(before, queue.claim(CLAIMED));
    assertNull(queue.claim(CLAIMED));
  }

  @Test
  void countPending_stopsAtItsLimit() {
    offerMany(7);
    assertEquals(5, queue.countPending(5));
    assertEquals(7, queue.countPending(100));
  }

  @Test
  void head_linksWhatItPassesToItself() {
    List<Item> items = offerMany(10);
    for (int i = 0; i < 10; i++) {
      queue.claim(CLAIMED);
    }
    for (int i = 0; i < 8; i++) {
      assertTrue(items.get(i).hasLeft(), "item " + i);
    }
  }

  @Test
  void retire_leavesNoTask() {
    List<Item> items = offerMany(3);
    items.get(1).cancel();
    queue.claim(CLAIMED);
    queue.claim(CLAIMED);
    queue.retire();
    for (Item item : items) {
      assertTrue(item.hasLeft());
    }
    assertEquals(1, nodes());
    Node neutral = (Node) Probe.field(queue, TaskQueue.class, "head");
    assertSame(neutral, Probe.field(queue, TaskQueue.class, "tail"));
    queue.retire();
    assertSame(neutral, Probe.field(queue, TaskQueue.class, "head"));
  }

  @Test
  void retire_passesNoPendingTask() {
    Item claimed = offer(0);
    Item pending = offer(1);
    assertSame(claimed, queue.claim(CLAIMED));
    queue.retire();
    assertTrue(queue.hasPending());
    assertSame(pending, queue.claim(CLAIMED));
  }

  @Test
  void sweep_unlinksInTheMiddleAndKeepsTheOrder() {
    List<Item> items = offerMany(100);
    for (int i = 0; i < 100; i++) {
      if (i % 4 != 0) {
        assertTrue(items.get(i).cancel());
      }
    }
    assertEquals(26, queue.sweep()); // the first and the last node stay whatever they are
    assertEquals(27, nodes());
    for (int i = 0; i < 100; i += 4) {
      assertSame(items.get(i), queue.claim(CLAIMED));
    }
    assertNull(queue.claim(CLAIMED));
  }

  @Test
  void sweep_cutsOffWhatItUnlinks() {
    List<Item> items = offerMany(64);
    for (int i = 0; i < 16; i++) {
      items.get(i + 1).cancel();
    }
    queue.sweep();
    for (int i = 1; i <= 16; i++) {
      assertTrue(items.get(i).hasLeft(), "item " + i);
    }
    assertFalse(items.get(0).hasLeft());
    assertEquals(48, queue.countPending(100));
  }

  @Test
  void claim_thatWalksPastManyDeadForNothing_takesThemOut() {
    List<Item> items = offerMany(1000);
    assertSame(items.get(0), queue.claim(CLAIMED));
    items.forEach(Item::cancel);
    assertNull(queue.claimAfter(items.get(0), CLAIMED));
    assertTrue(nodes() <= 4, "nodes left: " + nodes());
    offerMany(1000).forEach(Item::cancel);
    queue.close();
    assertNull(queue.claim(CLAIMED));
    assertTrue(items.get(500).hasLeft());
    assertTrue(queue.endsWithin(4));
  }

  @Test
  void sweep_keepsTheLastNode() {
    List<Item> items = offerMany(16);
    for (Item item : items) {
      item.cancel();
    }
    queue.sweep();
    Item next = offer(99);
    assertSame(next, queue.claim(CLAIMED));
    assertNull(queue.claim(CLAIMED));
  }

  @Test
  void offer_whoseTailWasSwept_reachesTheEnd() {
    Item first = offer(0);
    List<Item> items = offerMany(40);
    Item tail = (Item) Probe.field(queue, TaskQueue.class, "tail");
    items.forEach(Item::cancel);
    queue.sweep();
    assertTrue(items.contains(tail));
    Item last = offer(41);
    assertSame(first, queue.claim(CLAIMED));
    assertSame(last, queue.claim(CLAIMED));
  }

  @Test
  void clear_cutsOffEverything() {
    List<Item> items = offerMany(5);
    queue.close();
    items.get(1).cancel();
    items.get(4).cancel();
    for (int i = 0; i < 3; i++) {
      queue.claim(CLAIMED);
    }
    assertNull(queue.claim(CLAIMED));
    queue.clear();
    for (Item item : items) {
      assertTrue(item.hasLeft());
    }
    assertFalse(queue.offer(new Item(0, 9)));
    assertNull(queue.claim(CLAIMED));
  }

  @Test
  void aShortQueueEndsWithinAFewNodes() {
    assertTrue(queue.endsWithin(0));
    offerMany(3);
    assertTrue(queue.endsWithin(3));
    assertFalse(queue.endsWithin(2));
    queue.close();
    assertTrue(queue.endsWithin(3));
  }
}
