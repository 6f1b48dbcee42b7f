package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.lockfree.Probe.Call;
import dev.gauntlet.lockfree.TaskQueueTest.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The test thread is a worker of the pool; other threads submit from outside. */
class PendingTasksTest {
  private static final int CLAIMED = Node.runningOn(1);

  private final PendingTasks tasks = new PendingTasks(2);
  private final Claimant claimant = new Claimant(tasks);

  private Item offer(int number) {
    Item item = new Item(0, number);
    assertTrue(tasks.offer(item));
    return item;
  }

  private Item offerFromOutside(int number) {
    Item item = new Item(1, number);
    assertTrue(tasks.shared().offer(item, number));
    return item;
  }

  private static <T> T elsewhere(Callable<T> action) throws Exception {
    return new Call<>(action).result();
  }

  @Test
  void aWorkerSubmitsToItsOwnQueue_everybodyElseToTheSharedOnes() throws Exception {
    claimant.enlist();
    Item mine = offer(0);
    Item other = elsewhere(() -> offer(1));
    assertSame(other, tasks.shared().firstPending());
    assertSame(mine, tasks.owned().firstPending());
    assertEquals(2, tasks.countPending(100));
    assertEquals(1, tasks.countPending(1));
    assertTrue(tasks.hasMoreThan(1));
    assertFalse(tasks.hasMoreThan(2));
  }

  @Test
  void aLoneWorkerHasNoQueueOfItsOwn_soAllTasksAreInOneOrder() {
    PendingTasks single = new PendingTasks(1);
    Claimant alone = new Claimant(single);
    alone.enlist();
    Item mine = new Item(0, 0);
    assertTrue(single.offer(mine));
    assertSame(mine, single.shared().firstPending());
  }

  @Test
  void whoFindsItsPlaceTakenGoesWithoutAQueue() throws Exception {
    claimant.enlist();
    Item shared = null;
    for (int i = 0; i < 100 * WorkerQueues.COUNT && shared == null; i++) {
      shared = elsewhere(() -> tasks.owned().enlist() == null ? offer(0) : null);
    }
    assertNotNull(shared, "there is a place for everybody");
    assertSame(shared, tasks.shared().firstPending());
    assertNotNull(tasks.owned().ofCaller(Thread.currentThread()));
  }

  /** A thread factory may have one thread run several workers, one after the other. */
  @Test
  void aWorkerOnAThreadWhoseQueueWasKeptGoesOnWithThat() {
    claimant.enlist();
    Item kept = offer(0);
    claimant.delist();
    Claimant next = new Claimant(tasks);
    next.enlist();
    Item mine = offer(1);
    assertSame(kept, next.claim(CLAIMED));
    assertSame(mine, next.next(kept, CLAIMED));
  }

  @Test
  void tasksOfAnyQueueAreClaimedAndCounted() throws Exception {
    claimant.enlist();
    Set<Node> all = new HashSet<>();
    for (int i = 0; i < 10; i++) {
      all.add(offer(i));
      all.add(offerFromOutside(i));
    }
    assertEquals(20, tasks.countPending(100));
    for (int i = 0; i < 20; i++) {
      assertTrue(tasks.hasPending());
      assertTrue(all.remove(tasks.claim(CLAIMED)));
    }
    assertNull(tasks.claim(CLAIMED));
    assertFalse(tasks.hasPending());
  }

  @Test
  void afterClose_aWorkerIsRefusedLikeEverybodyElse() throws Exception {
    claimant.enlist();
    Item before = offer(0);
    tasks.close();
    assertFalse(tasks.offer(new Item(0, 1)));
    assertFalse(elsewhere(() -> tasks.offer(new Item(0, 1))));
    assertSame(before, tasks.claim(CLAIMED));
    assertNull(tasks.claim(CLAIMED));
  }

  /** L6, L8: a shutdown that has cancelled everything has returned. */
  @Test
  void afterTheDrain_noWorkerClaimsForARun_andEachCancelsWhatItHasLeftItself() throws Exception {
    claimant.enlist();
    List<Item> theirs = enlistElsewhere(3);
    Node first = claimant.claim(CLAIMED);
    Item mine = offer(0);
    tasks.close();
    tasks.setDrained();
    assertNull(claimant.next(first, CLAIMED));
    assertNull(claimant.claim(CLAIMED));
    assertSame(mine, claimant.claimLeft());
    assertNull(claimant.claimLeft());
    assertEquals(2, theirs.stream().filter(item -> item.stateVolatile() == Node.PENDING).count());
  }

  @Test
  void beforeTheDrain_aWorkerCancelsNothingOfItsOwn() {
    claimant.enlist();
    Item mine = offer(0);
    tasks.close();
    assertNull(claimant.claimLeft());
    assertSame(mine, claimant.claim(CLAIMED));
  }

  @Test
  void whatAFullQueueOfAWorkerCannotTakeIsShared() {
    claimant.enlist();
    for (int i = 0; i < 1 << 13; i++) {
      offer(i);
    }
    assertNull(tasks.shared().firstPending());
    Item next = offer(-1);
    assertSame(next, tasks.shared().firstPending());
  }

  @Test
  void aQueueKeepsItsPlaceWhileTasksArePendingInIt() {
    claimant.enlist();
    Item mine = offer(0);
    claimant.delist();
    assertSame(mine, tasks.firstPending());
    assertNotNull(tasks.owned().ofCaller(Thread.currentThread()));
  }

  @Test
  void anEmptyQueueGivesUpItsPlace() {
    claimant.enlist();
    offer(0);
    assertNotNull(tasks.claim(CLAIMED));
    claimant.delist();
    assertNull(tasks.owned().ofCaller(Thread.currentThread()));
  }

  @Test
  void sweepIfDue_sweepsEveryQueueWhenEnoughHaveDied() {
    claimant.enlist();
    List<Item> shared = new ArrayList<>();
    List<Item> own = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      shared.add(offerFromOutside(0));
      own.add(offer(i));
    }
    Item last = offerFromOutside(0);
    for (int i = 0; i < 15; i++) {
      assertTrue((i % 2 == 0 ? shared : own).get(i).cancel());
      tasks.noteDead();
    }
    tasks.sweepIfDue();
    assertTrue(shared.stream().noneMatch(Item::hasLeft));
    assertTrue(shared.get(15).cancel());
    tasks.noteDead();
    tasks.sweepIfDue();
    assertTrue(shared.get(2).hasLeft());
    assertEquals(9, tasks.owned().sweep(), "what has died in it has been swept");
    assertEquals(16 - 9 + 9 + 1, tasks.countPending(100));
    assertEquals(Node.PENDING, last.stateVolatile());
  }

  // The order in which a worker claims

  private List<Node> claimAll(int most) {
    List<Node> claimed = new ArrayList<>();
    Node node = null;
    while (claimed.size() < most) {
      Node last = node;
      node = last == null ? null : claimant.next(last, CLAIMED);
      node = node == null ? claimant.claim(CLAIMED) : node;
      if (node == null) {
        break;
      }
      claimed.add(node);
    }
    return claimed;
  }

  @Test
  void aWorkerGoesOnWithItsOwnTasksInTheirOrder() {
    claimant.enlist();
    List<Node> mine = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      mine.add(offer(i));
    }
    assertEquals(mine, claimAll(50));
    assertNull(claimant.claim(CLAIMED));
  }

  @Test
  void aWorkerThatNeverStopsSubmittingStarvesNobodyOutside() throws Exception {
    claimant.enlist();
    assertComesUp(() -> offerFromOutside(0), 200, () -> offer(0));
  }

  @Test
  void submittersOutsideThatNeverStopStarveNoTaskOfAWorker() throws Exception {
    claimant.enlist();
    assertComesUp(() -> offer(0), 200, () -> offerFromOutside(0));
  }

  @Test
  void aWorkerThatNeverStopsSubmittingLooksAfterOneThatIsHeldUp() throws Exception {
    claimant.enlist();
    assertComesUp(() -> enlistElsewhere(1).get(0), 300, () -> offer(0));
  }

  @Test
  void submittersOutsideThatNeverStopStarveNoTaskOfAWorkerThatIsHeldUp() throws Exception {
    claimant.enlist();
    assertComesUp(() -> enlistElsewhere(1).get(0), 300, () -> offerFromOutside(0));
  }

  /** A task comes up although others, of which one was claimed before, never stop coming. */
  private void assertComesUp(Callable<Item> waiting, int within, Runnable others) throws Exception {
    others.run();
    Node node = claimant.claim(CLAIMED);
    Item task = waiting.call();
    for (int i = 0; i < within && node != task; i++) {
      others.run();
      Node next = claimant.next(node, CLAIMED);
      node = next == null ? claimant.claim(CLAIMED) : next;
    }
    assertSame(task, node, within + " tasks went before it");
  }

  @Test
  void aWorkerThatNeverStopsSubmittingStarvesNoOtherVictim() throws Exception {
    claimant.enlist();
    List<Item> busy = enlistElsewhere(3000);
    Item heldUp = enlistElsewhere(1).get(0);
    int before = claimAll(3001).indexOf(heldUp);
    assertTrue(before >= 0 && before < 300, "tasks before the one of a worker held up: " + before);
    assertTrue(busy.stream().noneMatch(item -> item.stateVolatile() == Node.PENDING));
  }

  @Test
  void ownSharedAndOthersTasksTakeTurns() throws Exception {
    claimant.enlist();
    Set<Node> theirs = new HashSet<>(enlistElsewhere(500));
    Set<Node> mine = new HashSet<>();
    Set<Node> outside = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      mine.add(offer(i));
      outside.add(offerFromOutside(0));
    }
    List<Node> early = claimAll(300);
    for (Set<Node> kind : List.of(theirs, mine, outside)) {
      assertTrue(early.stream().anyMatch(kind::contains));
    }
  }

  /** Between a claim and the run nothing may be allocated; a queue that is left makes a node. */
  @Test
  void aSharedQueueThatWasLeftEmptyIsLetGoOfBeforeTheNextClaim_notAfterIt() {
    claimant.enlist();
    Item outside = offerFromOutside(0);
    assertSame(outside, claimant.claim(CLAIMED));
    Item mine = offer(0);
    assertNull(claimant.next(outside, CLAIMED));
    assertSame(mine, claimant.claim(CLAIMED));
    assertFalse(outside.hasLeft());
    assertNull(claimant.next(mine, CLAIMED));
    assertTrue(outside.hasLeft());
  }

  @Test
  void aDrainFindsAllTasks_alsoThoseThatComeMeanwhile() throws Exception {
    claimant.enlist();
    Set<Node> all = new HashSet<>(enlistElsewhere(100));
    all.addAll(enlistElsewhere(3));
    for (int i = 0; i < 100; i++) {
      all.add(offer(i));
      all.add(offerFromOutside(i));
    }
    Drain drain = new Drain(tasks);
    int taken = 0;
    for (Node node; (node = drain.next(CLAIMED)) != null; ) {
      assertTrue(all.remove(node));
      if (++taken == 250) {
        all.add(offer(100));
        all.add(offerFromOutside(100));
      }
    }
    assertEquals(Set.of(), all);
    assertNull(drain.next(CLAIMED));
  }

  @Test
  void aWorkerThatRestsRetainsNothing() {
    claimant.enlist();
    List<Item> items = List.of(offer(0), offer(1));
    for (Item item : items) {
      assertTrue(item.casState(Node.PENDING, CLAIMED | Node.OUT_OF_TURN));
    }
    claimant.rest();
    assertEquals(0, tasks.owned().sweep());
    WorkerQueue own = tasks.owned().ofCaller(Thread.currentThread());
    assertNotNull(own);
    assertEquals(0, own.size());
  }

  @Test
  void aWorkerThatRestsLetsGoOfWhatDiedInQueuesOfOthers() throws Exception {
    Item dead = enlistElsewhere(2).get(1);
    assertTrue(dead.cancel());
    tasks.retire(1);
    tasks.retire(0);
    assertEquals(1, tasks.owned().sweep());
    assertEquals(1, tasks.countPending(10));
  }

  /** Returns the tasks that another worker has submitted. */
  private List<Item> enlistElsewhere(int count) throws Exception {
    Claimant other = new Claimant(tasks);
    for (int attempt = 0; attempt < 2 * WorkerQueues.COUNT; attempt++) {
      List<Item> items =
          elsewhere(() -> {
            other.enlist();
            List<Item> offered = new ArrayList<>();
            if (tasks.owned().ofCaller(Thread.currentThread()) != null) {
              for (int i = 0; i < count; i++) {
                offered.add(offer(i));
              }
            }
            return offered;
          });
      if (!items.isEmpty()) {
        return items;
      }
    }
    throw new AssertionError("no thread had a place of its own");
  }

  @Test
  void aWorkerWithoutTasksStealsThoseOfOthers() throws Exception {
    claimant.enlist();
    Set<Node> theirs = new HashSet<>(enlistElsewhere(100));
    List<Node> stolen = claimAll(200);
    assertEquals(100, stolen.size());
    assertEquals(theirs, new HashSet<>(stolen));
  }

  /** A raid finds nothing where it begins; the tasks are elsewhere in the queue. */
  @Test
  void aThiefFindsThePendingTaskAmongMany() throws Exception {
    List<Item> theirs = enlistElsewhere(100);
    for (Item item : theirs) {
      assertTrue(item == theirs.get(3) || item.cancel());
    }
    assertEquals(List.of(theirs.get(3)), claimAll(200));
  }
}
