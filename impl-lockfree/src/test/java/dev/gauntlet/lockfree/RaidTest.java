package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.lockfree.TaskQueueTest.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaidTest {
  private static final int CLAIMED = Node.runningOn(1);

  private final WorkerQueue queue = new WorkerQueue(Thread.currentThread(), 4);
  private final Raid raid = new Raid();

  private List<Item> pushMany(int count) {
    return WorkerQueueTest.pushMany(queue, count);
  }

  private int held() {
    return Probe.heldBy(queue);
  }

  @Test
  void onMany_itBeginsInTheMiddle_andComesToTheFirstHalf() {
    List<Item> items = pushMany(50);
    queue.open(raid);
    for (int i = 25; i < 50; i++) {
      assertSame(items.get(i), raid.next(CLAIMED));
    }
    for (int i = 0; i < 25; i++) {
      assertSame(items.get(i), raid.next(CLAIMED));
    }
    assertNull(raid.next(CLAIMED));
    assertEquals(0, held());
  }

  @Test
  void itEndsAfterSoMany() {
    pushMany(1000);
    queue.open(raid);
    int stolen = 0;
    while (raid.next(CLAIMED) != null) {
      stolen++;
    }
    assertEquals(64, stolen);
    assertNull(raid.next(CLAIMED));
  }

  @Test
  void onFew_itTakesTheOldestAlone() {
    List<Item> items = pushMany(31);
    assertTrue(items.get(0).cancel());
    queue.open(raid);
    assertSame(items.get(1), raid.next(CLAIMED));
    assertNull(raid.next(CLAIMED));
  }

  @Test
  void onTheWhole_itTakesAllFromTheFirst() {
    List<Item> items = pushMany(1000);
    assertTrue(items.get(500).cancel());
    queue.open(raid);
    raid.takeAll();
    for (Item item : items) {
      if (item.number != 500) {
        assertSame(item, raid.next(CLAIMED));
      }
    }
    assertNull(raid.next(CLAIMED));
  }

  @Test
  void onNone_itIsOverAtOnce() {
    queue.open(raid);
    assertNull(raid.next(CLAIMED));
    raid.end();
    assertNull(raid.next(CLAIMED));
  }

  @Test
  void itGoesOnInAnArrayThatTheOwnerHasReplaced_andItsEndEmptiesTheNewOne() {
    List<Item> items = pushMany(64);
    queue.open(raid);
    assertSame(items.get(32), raid.next(CLAIMED));
    items.addAll(pushMany(64));
    assertSame(items.get(33), raid.next(CLAIMED));
    assertEquals(127, held());
    raid.end();
    assertEquals(126, held());
    for (int i = 0; i < 128; i++) {
      if (i != 32 && i != 33) {
        assertSame(items.get(i), queue.poll(CLAIMED));
      }
    }
    assertNull(raid.next(CLAIMED));
    assertEquals(0, held());
  }

  @Test
  void whenItHasEndedItHoldsNothing() {
    pushMany(1);
    queue.open(raid);
    raid.end();
    assertNull(Probe.field(raid, Raid.class, "slots"));
    assertNull(Probe.field(raid, Raid.class, "queue"));
    assertNull(raid.next(CLAIMED));
  }
}
