package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.lockfree.TaskQueueTest.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripedQueueTest {
  private static final int CLAIMED = Node.runningOn(1);

  private final StripedQueue queue = new StripedQueue(2);
  private final Stint stint = new Stint();

  private Item offer(int thread, int number) {
    Item item = new Item(thread, number);
    assertTrue(queue.offer(item, thread));
    return item;
  }

  /** What a worker does: it goes on with its stint, and looks around when that is over. */
  private @Nullable Item next(@Nullable Item last) {
    Node node = last == null ? null : stint.next(last, CLAIMED);
    return (Item) (node == null ? queue.claim(CLAIMED, stint) : node);
  }

  @Test
  void oneWorker_startsTasksInTheOrderOfAllThreads() {
    StripedQueue single = new StripedQueue(1);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Item item = new Item(i % 7, i);
      assertTrue(single.offer(item, i % 7));
      items.add(item);
    }
    Node node = null;
    for (Item item : items) {
      Node last = node;
      node = last == null ? null : stint.next(last, CLAIMED);
      node = node == null ? single.claim(CLAIMED, stint) : node;
      assertSame(item, node);
    }
    assertNull(single.claim(CLAIMED, stint));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aTaskOfAnyThreadIsFound_whereverTheWorkerBegins(int first) {
    for (int thread = 0; thread < 4; thread++) {
      StripedQueue fresh = new StripedQueue(2);
      stint.startAt(first);
      Item item = new Item(thread, 0);
      fresh.offer(item, thread);
      assertNotNull(fresh.firstPending());
      assertSame(item, fresh.claim(CLAIMED, stint));
      assertNull(fresh.claim(CLAIMED, stint));
      assertNull(fresh.firstPending());
    }
  }

  @Test
  void tasksOfOneThreadAreClaimedInItsOrder() {
    for (int i = 0; i < 300; i++) {
      offer(i % 3, i);
    }
    int[] last = {-1, -1, -1};
    Item item = null;
    for (int i = 0; i < 300; i++) {
      item = next(item);
      assertNotNull(item);
      assertTrue(item.number > last[item.producer]);
      last[item.producer] = item.number;
    }
    assertNull(next(item));
  }

  /** The other thread submits for the first time while a stint is under way. */
  @Test
  void aThreadThatNeverStopsSubmittingStarvesNobody() {
    offer(0, 0);
    Item item = next(null);
    Item other = offer(1, 0);
    for (int i = 1; i < 200 && item != other; i++) {
      offer(0, i);
      item = next(item);
    }
    assertSame(other, item, "200 tasks of one thread went before the only one of another");
  }

  @Test
  void aQueueThatWasLeftEmptyLetsGoOfItsTasks() {
    List<Item> left = List.of(offer(0, 0), offer(0, 1), offer(0, 2));
    for (int i = 0; i < 4; i++) {
      offer(1, i);
    }
    Item item = null;
    for (int i = 0; i < 6; i++) {
      item = next(item);
    }
    assertTrue(left.stream().allMatch(Item::hasLeft));
  }

  @Test
  void aStintMovesTheHead_soThatOneOutcomeIsRetainedAtMost() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      items.add(offer(0, i));
    }
    Item item = null;
    for (int i = 0; i < 40; i++) {
      item = next(item);
      assertTrue(i < 2 || items.get(i - 2).hasLeft(), "while " + i + " runs");
    }
  }

  @Test
  void afterClose_everyThreadIsRefused() {
    Item before = offer(3, 0);
    queue.close();
    for (int thread = 0; thread < 8; thread++) {
      assertFalse(queue.offer(new Item(thread, 1), thread));
    }
    assertSame(before, queue.claim(CLAIMED));
    assertNull(queue.claim(CLAIMED));
  }

  @Test
  void countsAndClaimsOfAll_goThroughEveryQueue() {
    Set<Node> items = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      items.add(offer(i, i));
    }
    assertEquals(12, queue.countPending(100));
    assertEquals(7, queue.countPending(7));
    for (int i = 0; i < 12; i++) {
      assertTrue(items.remove(queue.claim(CLAIMED)));
    }
    assertNull(queue.claim(CLAIMED));
  }

  @Test
  void retire_letsGoOfTheTasksOfLongQueues() {
    List<Item> many = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      many.add(offer(0, i));
    }
    Item single = offer(1, 0);
    while (queue.claim(CLAIMED, stint) != null) {}
    queue.retire(5);
    assertTrue(many.get(9).hasLeft() || many.get(8).hasLeft());
    assertFalse(single.hasLeft());
    queue.retire(0);
    assertTrue(single.hasLeft());
    assertTrue(many.get(9).hasLeft());
  }

  @Test
  void sweep_goesThroughEveryQueue() {
    List<Item> dead = new ArrayList<>();
    List<Item> alive = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      (i % 4 < 2 ? alive : dead).add(offer(i % 2, i));
    }
    alive.add(offer(0, 32));
    alive.add(offer(1, 33));
    dead.forEach(Item::cancel);
    assertEquals(alive.size(), queue.sweep());
    assertTrue(dead.stream().allMatch(Item::hasLeft));
    assertEquals(alive.size(), queue.countPending(100));
  }

  @Test
  void clear_cutsOffEverything() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      items.add(offer(i, i));
    }
    queue.close();
    while (queue.claim(CLAIMED) != null) {}
    queue.clear();
    assertTrue(items.stream().allMatch(Item::hasLeft));
    assertFalse(queue.offer(new Item(0, 9), 0));
  }
}
