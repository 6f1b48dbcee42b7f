package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.virtualthreads.Dispatch.Offer;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The book-keeping of the bounded pool, step by step on one thread. */
class DispatchTest {
  private final BoundedPool pool =
      new BoundedPool(ExecutorConfig.defaults(), VirtualThreads.factory());

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

  @Test
  void next_queued_comesInOrder_thenThePermitIsFree() {
    Dispatch dispatch = new Dispatch(1, 10);
    PooledTask<String> first = task();
    PooledTask<String> second = task();
    PooledTask<String> third = task();
    dispatch.offer(first);
    dispatch.offer(second);
    dispatch.offer(third);
    assertSame(second, dispatch.next(first));
    assertSame(third, dispatch.next(second));
    assertNull(dispatch.next(third));
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

  @Test
  void claim_onlyWhatIsQueued() {
    Dispatch dispatch = new Dispatch(1, 10);
    PooledTask<String> assigned = task();
    PooledTask<String> queued = task();
    dispatch.offer(assigned);
    dispatch.offer(queued);
    assertFalse(dispatch.claim(assigned));
    assertTrue(dispatch.claim(queued));
    assertFalse(dispatch.claim(queued));
    assertNull(dispatch.next(assigned));
  }

  @Test
  void workerDidNotStart_othersLive_putsTheTaskFirst() {
    Dispatch dispatch = new Dispatch(2, 10);
    PooledTask<String> running = task();
    PooledTask<String> unlucky = task();
    dispatch.offer(running);
    dispatch.offer(unlucky);
    PooledTask<String> later = task();
    dispatch.offer(later);
    assertEquals(List.of(), dispatch.workerDidNotStart(unlucky));
    assertEquals(Offer.QUEUED_WORKER_NEEDED, dispatch.offer(task()));
    assertSame(unlucky, dispatch.next(running));
    assertSame(later, dispatch.next(unlucky));
  }

  @Test
  void workerDidNotStart_noneLives_returnsAllThatIsStranded() {
    Dispatch dispatch = new Dispatch(1, 10);
    PooledTask<String> unlucky = task();
    PooledTask<String> queued = task();
    dispatch.offer(unlucky);
    dispatch.offer(queued);
    assertEquals(List.of(unlucky, queued), dispatch.workerDidNotStart(unlucky));
    dispatch.shutdown();
    assertFalse(dispatch.isTerminated());
    dispatch.settled();
    assertTrue(dispatch.isTerminated());
  }

  @Test
  void shutdownAndDrain_returnsQueuedAndAssigned() {
    Dispatch dispatch = new Dispatch(1, 10);
    PooledTask<String> assigned = task();
    PooledTask<String> queued = task();
    dispatch.offer(assigned);
    dispatch.offer(queued);
    assertEquals(List.of(queued, assigned), dispatch.shutdownAndDrain());
    assertFalse(dispatch.isTerminated());
    assertFalse(dispatch.claim(queued));
    assertNull(dispatch.next(assigned));
    assertFalse(dispatch.isTerminated());
    dispatch.settled();
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
}
