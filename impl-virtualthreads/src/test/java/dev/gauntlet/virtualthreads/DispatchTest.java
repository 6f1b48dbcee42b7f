package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.virtualthreads.Dispatch.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The book-keeping of the bounded pool, step by step on one thread. */
class DispatchTest {
  private final BoundedPool pool =
      new BoundedPool(ExecutorConfig.defaults(), VirtualThreads.factory());

  private final Seats.Seat seat = new Seats.Seat();

  private PooledTask<String> task() {
    Callable<String> body = () -> "value";
    return new PooledTask<>(pool, body, 0);
  }

  @Test
  void offer_permitsThenPlacesThenNothing() {
    Dispatch dispatch = new Dispatch(1, 2);
    assertEquals(Offer.ASSIGNED, dispatch.offer(task()));
    assertEquals(Offer.QUEUED, dispatch.offer(task()));
    assertEquals(Offer.QUEUED, dispatch.offer(task()));
    assertEquals(Offer.FULL, dispatch.offer(task()));
    dispatch.shutdown();
    assertEquals(Offer.REFUSED, dispatch.offer(task()));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, Integer.MAX_VALUE})
  void next_queued_comesInOrder_thenThePermitIsFree(int capacity) {
    Dispatch dispatch = new Dispatch(1, capacity);
    PooledTask<String> first = task();
    PooledTask<String> second = task();
    PooledTask<String> third = task();
    dispatch.offer(first);
    dispatch.offer(second);
    dispatch.offer(third);
    assertSame(second, dispatch.next(seat, first));
    assertSame(third, dispatch.next(seat, second));
    assertNull(dispatch.next(seat, third));
    assertEquals(Offer.ASSIGNED, dispatch.offer(task()));
  }

  @Test
  void cancel_queued_freesItsPlace() {
    Dispatch dispatch = new Dispatch(1, 1);
    dispatch.offer(task());
    PooledTask<String> queued = task();
    dispatch.offer(queued);
    assertEquals(Offer.FULL, dispatch.offer(task()));
    assertTrue(dispatch.cancel(queued));
    assertFalse(dispatch.cancel(queued));
    assertEquals(Offer.QUEUED, dispatch.offer(task()));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, Integer.MAX_VALUE})
  void claim_onlyWhatIsQueued(int capacity) {
    Dispatch dispatch = new Dispatch(1, capacity);
    PooledTask<String> assigned = task();
    PooledTask<String> queued = task();
    dispatch.offer(assigned);
    dispatch.offer(queued);
    assertFalse(dispatch.claim(assigned));
    assertTrue(dispatch.claim(queued));
    assertFalse(dispatch.claim(queued));
    assertNull(dispatch.next(seat, assigned));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, Integer.MAX_VALUE})
  void workerDidNotStart_othersLive_putsTheTaskFirst(int capacity) {
    Dispatch dispatch = new Dispatch(2, capacity);
    PooledTask<String> running = task();
    PooledTask<String> unlucky = task();
    dispatch.offer(running);
    dispatch.offer(unlucky);
    PooledTask<String> later = task();
    dispatch.offer(later);
    assertFalse(dispatch.workerDidNotStart(unlucky, unlucky));
    assertNull(dispatch.strandedAfter(null));
    assertEquals(Offer.QUEUED_WORKER_NEEDED, dispatch.offer(task()));
    assertSame(unlucky, dispatch.next(seat, running));
    assertSame(later, dispatch.next(seat, unlucky));
  }

  /** The next worker may have come and taken the task before it is asked who is missing (L16). */
  @Test
  void workerDidNotStart_aLaterOneIsThere_isMadeUpForOnce() {
    Dispatch dispatch = new Dispatch(4, 10);
    PooledTask<String> unlucky = task();
    dispatch.offer(task());
    dispatch.offer(unlucky);
    assertFalse(dispatch.workerDidNotStart(unlucky, unlucky));
    assertEquals(Offer.QUEUED_WORKER_NEEDED, dispatch.offer(task()));
    assertSame(unlucky, dispatch.next(seat, null));
    assertTrue(dispatch.takeMissingPermit());
    assertFalse(dispatch.takeMissingPermit());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, Integer.MAX_VALUE})
  void workerDidNotStart_noneLives_allIsStranded(int capacity) {
    Dispatch dispatch = new Dispatch(1, capacity);
    PooledTask<String> unlucky = task();
    PooledTask<String> queued = task();
    dispatch.offer(unlucky);
    dispatch.offer(queued);
    assertTrue(dispatch.workerDidNotStart(unlucky, unlucky));
    assertTrue(unlucky.isCancelled());
    assertEquals(List.of(unlucky, queued), strandedOf(dispatch));
    assertFalse(dispatch.claim(queued));
    dispatch.shutdown();
    assertFalse(dispatch.isTerminated());
    dispatch.settled();
    assertTrue(dispatch.isTerminated());
    assertEquals(List.of(), strandedOf(dispatch));
    assertNull(unlucky.next);
  }

  @Test
  void workerDidNotStart_cancelledMeanwhile_isNotRefused() {
    Dispatch dispatch = new Dispatch(1, 10);
    PooledTask<String> unlucky = task();
    PooledTask<String> queued = task();
    dispatch.offer(unlucky);
    dispatch.offer(queued);
    dispatch.cancel(unlucky);
    assertFalse(dispatch.workerDidNotStart(unlucky, unlucky));
    assertEquals(List.of(queued), strandedOf(dispatch));
  }

  /** A worker was to come for what is queued, and the task that it was needed for is with that. */
  @Test
  void workerDidNotStart_withoutATaskOfItsOwn_refusesTheSubmittedOne() {
    Dispatch dispatch = new Dispatch(2, 10);
    List<PooledTask<String>> tasks = Stream.generate(this::task).limit(3).toList();
    dispatch.offer(tasks.get(0));
    dispatch.offer(tasks.get(1));
    assertFalse(dispatch.workerDidNotStart(tasks.get(1), tasks.get(1)));
    assertEquals(Offer.QUEUED_WORKER_NEEDED, dispatch.offer(tasks.get(2)));
    assertFalse(dispatch.workerDidNotStart(tasks.get(0), tasks.get(0)));
    assertTrue(dispatch.workerDidNotStart(null, tasks.get(2)));
    assertEquals(List.of(tasks.get(0), tasks.get(1), tasks.get(2)), strandedOf(dispatch));
  }

  @Test
  void shutdownAndDrain_whileAnotherSettlesTheStranded_returnsThemToo() {
    Dispatch dispatch = new Dispatch(1, 10);
    List<PooledTask<String>> tasks = Stream.generate(this::task).limit(2).toList();
    tasks.forEach(dispatch::offer);
    dispatch.workerDidNotStart(tasks.get(0), tasks.get(0));
    assertEquals(tasks, dispatch.shutdownAndDrain());
    dispatch.settled();
    assertEquals(tasks, strandedOf(dispatch));
    dispatch.settled();
    assertTrue(dispatch.isTerminated());
  }

  /** A shutdown returns only when the task is done (L6). */
  @Test
  @SuppressWarnings("ThreadPriorityCheck") // so that one that does not wait has returned by then
  void cancelUnstarted_whileTheTaskIsBeingRefused_waitsForTheEndOfIt() {
    PooledTask<String> task = task();
    int pending = task.word();
    assertTrue(task.casWord(pending, pending | StateWord.FAILING));
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean returned = new AtomicBoolean();
    Thread canceller =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              begun.countDown();
              assertNull(task.cancelUnstarted());
              returned.set(true);
            });
    Await.latch(begun);
    for (int i = 0; i < 1000 && !returned.get(); i++) {
      Thread.yield();
    }
    assertFalse(returned.get());
    assertTrue(task.casWord(task.word(), StateWord.withStatus(pending, StateWord.FAILED)));
    Await.ended(canceller);
    assertTrue(returned.get());
  }

  private static List<PooledTask<?>> strandedOf(Dispatch dispatch) {
    List<PooledTask<?>> stranded = new ArrayList<>();
    for (PooledTask<?> task = dispatch.strandedAfter(null);
        task != null;
        task = dispatch.strandedAfter(task)) {
      stranded.add(task);
    }
    return stranded;
  }

  @ParameterizedTest
  @ValueSource(ints = {10, Integer.MAX_VALUE})
  void shutdownAndDrain_returnsQueuedAndAssigned(int capacity) {
    Dispatch dispatch = new Dispatch(1, capacity);
    PooledTask<String> assigned = task();
    PooledTask<String> queued = task();
    dispatch.offer(assigned);
    dispatch.offer(queued);
    assertEquals(List.of(queued, assigned), dispatch.shutdownAndDrain());
    assertFalse(dispatch.isTerminated());
    assertFalse(dispatch.claim(queued));
    assertNull(dispatch.next(seat, assigned));
    assertFalse(dispatch.isTerminated());
    dispatch.settled();
    assertTrue(dispatch.isTerminated());
  }

  @Test
  void shutdownAndDrain_returnsWhatEachWorkerHasTaken() {
    Dispatch dispatch = new Dispatch(2, 10);
    List<PooledTask<String>> tasks = Stream.generate(this::task).limit(5).toList();
    tasks.forEach(dispatch::offer);
    Seats.Seat other = new Seats.Seat();
    assertSame(tasks.get(2), dispatch.next(seat, tasks.get(0)));
    assertSame(tasks.get(3), dispatch.next(other, tasks.get(1)));
    assertEquals("assigned = 2, queued = 1", dispatch.counts());
    assertEquals(List.of(tasks.get(4), tasks.get(3), tasks.get(2)), dispatch.shutdownAndDrain());
    assertNull(dispatch.next(other, tasks.get(3)));
    assertEquals("assigned = 1, queued = 0", dispatch.counts());
    assertNull(dispatch.next(seat, tasks.get(2)));
    dispatch.settled();
    assertTrue(dispatch.isTerminated());
  }

  /** The stop tells a body that is below another one before it, while it is there (L8). */
  @Test
  void shutdownAndDrain_returnsABodyBeforeThoseInTheMiddleOfIt() {
    Dispatch dispatch = new Dispatch(1, 10);
    List<PooledTask<String>> tasks = Stream.generate(this::task).limit(4).toList();
    tasks.forEach(dispatch::offer);
    assertSame(tasks.get(1), dispatch.next(seat, tasks.get(0)));
    assertTrue(dispatch.claim(tasks.get(3)));
    assertTrue(dispatch.claim(tasks.get(2)));
    assertEquals(List.of(tasks.get(1), tasks.get(3), tasks.get(2)), dispatch.shutdownAndDrain());
  }

  @Test
  void shutdownAndDrain_whileAnotherSettles_returnsTheSameTasks() {
    Dispatch dispatch = new Dispatch(1, 10);
    List<PooledTask<String>> tasks = Stream.generate(this::task).limit(3).toList();
    tasks.forEach(dispatch::offer);
    List<PooledTask<?>> first = dispatch.shutdownAndDrain();
    assertEquals(first, dispatch.shutdownAndDrain());
    dispatch.settled();
    assertEquals(first, dispatch.shutdownAndDrain());
    dispatch.settled();
    dispatch.settled();
    assertEquals(List.of(tasks.get(0)), dispatch.shutdownAndDrain());
    dispatch.settled();
    assertNull(tasks.get(1).prev);
    assertNull(tasks.get(1).next);
    assertNull(dispatch.next(seat, tasks.get(0)));
    assertTrue(dispatch.isTerminated());
  }

  @Test
  void guest_holdsTheEnd() {
    Dispatch dispatch = new Dispatch(1, 1);
    PooledTask<String> guest = task();
    assertTrue(dispatch.adoptAsGuest(guest));
    dispatch.shutdown();
    assertFalse(dispatch.isTerminated());
    assertFalse(dispatch.adoptAsGuest(task()));
    assertFalse(dispatch.adopt(task()));
    dispatch.releaseGuest(guest);
    assertTrue(dispatch.isTerminated());
  }

  @Test
  void whatArrivesMeanwhile_comesAfterTheQueue() {
    Dispatch dispatch = new Dispatch(1, Integer.MAX_VALUE);
    List<PooledTask<String>> tasks = Stream.generate(this::task).limit(5).toList();
    tasks.subList(0, 3).forEach(dispatch::offer);
    assertSame(tasks.get(1), dispatch.next(seat, tasks.get(0)));
    tasks.subList(3, 5).forEach(dispatch::offer);
    for (int i = 1; i < 4; i++) {
      assertSame(tasks.get(i + 1), dispatch.next(seat, tasks.get(i)));
    }
    assertNull(dispatch.next(seat, tasks.get(4)));
  }

  @Test
  void cancel_amongTheArrivals_leavesNothing() {
    Dispatch dispatch = new Dispatch(1, Integer.MAX_VALUE);
    List<PooledTask<String>> tasks = Stream.generate(this::task).limit(4).toList();
    tasks.forEach(dispatch::offer);
    assertEquals("assigned = 1, queued = 3", dispatch.counts());
    assertTrue(dispatch.cancel(tasks.get(2)));
    assertNull(tasks.get(2).prev);
    assertNull(tasks.get(2).next);
    assertEquals("assigned = 1, queued = 2", dispatch.counts());
    assertSame(tasks.get(1), dispatch.next(seat, tasks.get(0)));
    assertSame(tasks.get(3), dispatch.next(seat, tasks.get(1)));
  }

  @Test
  void offer_afterTheShutdown_findsNoWayIn() {
    Dispatch dispatch = new Dispatch(1, Integer.MAX_VALUE);
    PooledTask<String> running = task();
    PooledTask<String> queued = task();
    dispatch.offer(running);
    dispatch.offer(queued);
    dispatch.shutdown();
    assertEquals(Offer.REFUSED, dispatch.offer(task()));
    assertSame(queued, dispatch.next(seat, running));
    assertNull(dispatch.next(seat, queued));
    assertTrue(dispatch.isTerminated());
  }
}
