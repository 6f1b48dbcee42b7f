package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SearchTest {
  private final LockFreePool pool = new LockFreePool(ExecutorConfig.builder().workers(1).build());
  private final Search search = new Search(pool);

  @Test
  void aPlatformThreadSearchesWhereThereAreProcessorsEnough() {
    assertEquals(Parking.SPINNERS > 0, search.isDue());
  }

  /** It would keep its carrier from the very threads that submit. */
  @Test
  void aVirtualThreadDoesNotSearch() throws InterruptedException {
    AtomicBoolean due = new AtomicBoolean(true);
    Thread.ofVirtual().start(() -> due.set(search.isDue())).join();
    assertFalse(due.get());
  }

  @Test
  void aPendingTaskIsFound() {
    assertFalse(search.hasCome());
    assertTrue(pool.queue().offer(new Command(() -> {})));
    assertTrue(search.hasCome());
    assertTrue(search.finds());
  }

  /** A task that is not there any more after a moment was taken by a worker that is at work. */
  @Test
  void aTaskIsLeftToAWorkerThatComesForIt() throws InterruptedException {
    var free = new Command(() -> {});
    var taken = new Command(() -> {});
    assertTrue(taken.casState(Node.PENDING, Node.runningOn(1)));
    assertFalse(search.isTakenInAMoment(taken), "nobody else is at work");
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (TaskExecutor executor = Probe.open(1)) {
      executor.execute(() -> {
        begun.countDown();
        Probe.awaitUninterruptibly(end);
      });
      Probe.await(begun);
      try {
        Search ofBusyPool = new Search(Probe.poolOf(executor));
        assertTrue(ofBusyPool.isTakenInAMoment(taken));
        assertFalse(ofBusyPool.isTakenInAMoment(free), "the worker does not come for it");
        executor.execute(() -> {});
        executor.execute(() -> {});
        assertFalse(ofBusyPool.isTakenInAMoment(taken), "there are others");
      } finally {
        end.countDown();
      }
    }
  }

  @Test
  void aShutdownEndsTheSearch() {
    pool.lifecycle().shutdown(false);
    assertTrue(search.finds());
  }

  /** Each look may take the end of the queue away from the submitter. */
  @Test
  void theMoreTasksCameInARowTheRarerAreTheLooks() {
    search.taskEnded(false);
    boolean unused = search.isDue();
    int afterOne = search.pausesBetweenLooks();
    for (int i = 0; i < 3; i++) {
      search.taskEnded(false);
    }
    unused = search.isDue();
    int afterMany = search.pausesBetweenLooks();
    search.taskEnded(true);
    assertEquals(1, search.pausesBetweenLooks(), "somebody waits and is going to submit again");
    assertTrue(1 < afterOne && afterOne < afterMany, afterOne + " " + afterMany);
    search.taskEnded(false);
    unused = search.isDue();
    assertEquals(afterOne, search.pausesBetweenLooks());
  }

  /** After a task that nobody waited for, with pauses: fewer looks in the same time. */
  @Test
  void onlySubmittedTasksWithWaitersAreAwaited() {
    var task = new RunnableTask<>(pool, () -> {});
    assertFalse(task.wasAwaited());
    task.addWaiter(done -> {});
    assertTrue(task.wasAwaited());
    assertFalse(new Command(() -> {}).wasAwaited());
  }
}
