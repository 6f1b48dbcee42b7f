package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.lockfree.TaskQueueTest.Item;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerQueueTest {
  private static final int CLAIMED = Node.runningOn(1);
  private static final int HELPED = Node.runningOn(1) | Node.OUT_OF_TURN;
  private static final int MOST = 1 << 13;

  private final WorkerQueue queue = new WorkerQueue(Thread.currentThread(), 4);

  private Item push(int number) {
    Item item = new Item(0, number);
    assertTrue(queue.push(item));
    return item;
  }

  private List<Item> pushMany(int count) {
    return pushMany(queue, count);
  }

  static List<Item> pushMany(WorkerQueue queue, int count) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Item item = new Item(0, i);
      assertTrue(queue.push(item));
      items.add(item);
    }
    return items;
  }

  private int held() {
    return Probe.heldBy(queue);
  }

  @Test
  void theOwnerTakesItsTasksInTheirOrder_howeverOftenTheRingIsGoneRound() {
    for (int i = 0; i < 100; i++) {
      Item first = push(i);
      Item second = push(i);
      assertSame(first, queue.poll(CLAIMED));
      assertSame(second, queue.poll(CLAIMED));
      assertEquals(CLAIMED, second.stateVolatile());
      assertNull(queue.poll(CLAIMED));
    }
    assertEquals(0, held());
  }

  /** It grows while head and tail stand anywhere in the ring. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 7})
  void growingKeepsAllTasks(int polledBefore) {
    pushMany(polledBefore).forEach(item -> assertSame(item, queue.poll(CLAIMED)));
    List<Item> items = pushMany(1000);
    assertEquals(1000, queue.countPending(MOST));
    items.forEach(item -> assertSame(item, queue.poll(CLAIMED)));
    assertNull(queue.poll(CLAIMED));
  }

  @Test
  void aFullQueueRefuses_andTakesTasksAgainWhenItIsNot() {
    List<Item> items = pushMany(MOST);
    assertFalse(queue.push(new Item(0, -1)));
    assertSame(items.get(0), queue.poll(CLAIMED));
    Item last = push(MOST);
    assertEquals(MOST, queue.countPending(MOST + 1));
    items.subList(1, MOST).forEach(item -> assertSame(item, queue.poll(CLAIMED)));
    assertSame(last, queue.poll(CLAIMED));
  }

  @Test
  void pollSkipsWhatOthersHaveTaken() {
    List<Item> items = pushMany(4);
    assertTrue(items.get(0).cancel());
    assertSame(items.get(1), queue.claim(CLAIMED));
    assertTrue(items.get(3).cancel());
    assertSame(items.get(2), queue.poll(CLAIMED));
    assertNull(queue.poll(CLAIMED));
    assertEquals(0, held());
  }

  @Test
  void othersClaimTheFirstPendingTask_andEmptyItsSlot() {
    List<Item> items = pushMany(3);
    assertSame(items.get(0), queue.firstPending());
    items.forEach(item -> assertSame(item, queue.claim(CLAIMED)));
    assertNull(queue.claim(CLAIMED));
    assertNull(queue.firstPending());
    assertEquals(0, held());
  }

  @Test
  void removeTakesTheNewestOffTheEnd() {
    List<Item> items = pushMany(3);
    assertTrue(items.get(2).casState(Node.PENDING, HELPED));
    assertTrue(queue.remove(items.get(2)));
    assertEquals(2, held());
    Item next = push(3);
    items.subList(0, 2).forEach(item -> assertSame(item, queue.poll(CLAIMED)));
    assertSame(next, queue.poll(CLAIMED));
  }

  @Test
  void removeTakesWhatIsDeadAroundTheTaskToo() {
    List<Item> items = pushMany(5);
    assertTrue(items.get(4).cancel());
    assertTrue(items.get(2).cancel());
    assertSame(items.get(0), queue.claim(CLAIMED));
    assertTrue(items.get(3).casState(Node.PENDING, HELPED));
    assertTrue(queue.remove(items.get(3)));
    assertEquals(1, held());
    assertEquals(2, queue.size());
    assertSame(items.get(1), queue.poll(CLAIMED));
    assertNull(queue.poll(CLAIMED));
  }

  /** A body that submits, and whose tasks others take. */
  @Test
  void aQueueDoesNotGrowForTasksThatHaveBeenStolen() {
    for (int i = 0; i < 100; i++) {
      push(i);
      assertNotNull(queue.claim(CLAIMED));
    }
    assertEquals(4, ((Object[]) Probe.field(queue, WorkerQueue.class, "slots")).length);
  }

  /** As many as there are stay pending, and are stolen a little later. */
  @Test
  void theStretchOfEmptySlotsStaysShort() {
    pushMany(4);
    for (int i = 0; i < 1000; i++) {
      push(i);
      assertNotNull(queue.claim(CLAIMED));
      assertTrue(queue.size() <= 8, queue.size() + " slots for 4 tasks");
    }
  }

  /** A body that joins its tasks in the order of their submission. */
  @Test
  void aQueueDoesNotGrowForTasksThatHaveBeenHelpedBelowOthers() {
    for (int i = 0; i < 100; i++) {
      List<Item> pair = List.of(push(0), push(1));
      for (Item item : pair) {
        assertTrue(item.casState(Node.PENDING, HELPED));
        queue.remove(item);
      }
      assertEquals(0, queue.size());
    }
  }

  @Test
  void dropTakenGoesToTheFirstPendingTask() {
    List<Item> items = pushMany(4);
    items.subList(0, 2).forEach(item -> assertTrue(item.cancel()));
    queue.dropTaken();
    assertEquals(2, held());
    assertEquals(2, queue.size());
    assertSame(items.get(2), queue.poll(CLAIMED));
    assertTrue(items.get(3).cancel());
    queue.dropTaken();
    assertEquals(0, held());
    assertEquals(0, queue.size());
  }

  @Test
  void removeLeavesATaskBelowAPendingOneToTheSweep() {
    List<Item> items = pushMany(3);
    assertTrue(items.get(1).casState(Node.PENDING, HELPED));
    assertFalse(queue.remove(items.get(1)));
    assertEquals(3, held());
    assertEquals(2, queue.sweep());
    assertEquals(2, held());
    assertSame(items.get(0), queue.poll(CLAIMED));
    assertSame(items.get(2), queue.poll(CLAIMED));
  }

  @Test
  void removeOfATaskOfSomebodyElseChangesNothing() {
    Item mine = push(0);
    assertFalse(queue.remove(new Item(1, 0)));
    assertSame(mine, queue.poll(CLAIMED));
    assertFalse(queue.remove(mine));
  }

  @Test
  void countsUpToALimit() {
    List<Item> items = pushMany(5);
    assertTrue(items.get(4).cancel());
    assertEquals(4, queue.countPending(100));
    assertEquals(3, queue.countPending(3));
    assertEquals(0, queue.countPending(0));
  }
}
