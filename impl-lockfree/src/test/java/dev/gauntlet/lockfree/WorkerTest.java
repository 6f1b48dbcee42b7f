package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.lockfree.Probe.Call;
import dev.gauntlet.lockfree.Probe.Held;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WorkerTest {

  @Test
  void idlePool_retainsNoTaskAndNoResult() throws Exception {
    TaskExecutor executor = Probe.open(2);
    Object[] result = {new Object()};
    Object[] body = {new Object()};
    WeakReference<Object> resultRef = new WeakReference<>(result[0]);
    WeakReference<Object> bodyRef = new WeakReference<>(body[0]);
    WeakReference<TaskFuture<?>> taskRef = submit(executor, result, body);
    Probe.untilCollected("the result", resultRef);
    Probe.untilCollected("the body", bodyRef);
    Probe.untilCollected("the task", taskRef);
    Probe.close(executor);
  }

  private static WeakReference<TaskFuture<?>> submit(
      TaskExecutor executor, Object[] result, Object[] body) throws Exception {
    Object captured = body[0];
    Object value = result[0];
    TaskFuture<Object> future = executor.submit(() -> captured == null ? null : value);
    assertSame(value, Probe.get(future));
    result[0] = null;
    body[0] = null;
    return new WeakReference<>(future);
  }

  /** A future its user keeps does not keep what was submitted after it. */
  @Test
  void keptFuture_retainsNoLaterTask() throws Exception {
    TaskExecutor executor = Probe.open(1);
    TaskFuture<Integer> kept = executor.submit(() -> 1);
    Probe.get(kept);
    WeakReference<TaskFuture<?>> later =
        submit(executor, new Object[] {"result"}, new Object[] {"body"});
    Probe.untilCollected("a later task", later);
    assertEquals(1, kept.resultNow());
    Probe.close(executor);
  }

  @Test
  void unreachableExecutor_finishesAndLetsItsWorkersGo() throws Exception {
    AtomicReference<Thread> worker = new AtomicReference<>();
    CountDownLatch release = new CountDownLatch(1);
    List<TaskFuture<Integer>> futures = abandon(worker, release);
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    release.countDown();
    assertEquals(7, Probe.get(futures.get(1)));
    Probe.until(
        "the worker ends",
        () -> {
          System.gc();
          return !worker.get().isAlive();
        });
  }

  private static List<TaskFuture<Integer>> abandon(
      AtomicReference<Thread> worker, CountDownLatch release) {
    TaskExecutor executor = Probe.open(1);
    return List.of(
        executor.submit(() -> {
          worker.set(Thread.currentThread());
          Probe.await(release);
          return 6;
        }),
        executor.submit(() -> 7));
  }

  /** Recursion on one worker: what was helped does not pile up in the queue. */
  @Test
  void helping_keepsTheQueueShort() throws Exception {
    TaskExecutor executor = Probe.open(1);
    LockFreePool pool = Probe.poolOf(executor);
    int[] longest = new int[1];
    Runnable measure = () -> longest[0] = Math.max(longest[0], nodes(pool));
    assertEquals(987, Probe.get(executor.submit(() -> fibonacci(executor, measure, 16))));
    assertTrue(longest[0] < 500, "nodes: " + longest[0]);
    Probe.close(executor);
  }

  /** Recursion with two workers: what was helped leaves the end of the queue of its worker. */
  @Test
  void helping_keepsTheQueueOfAWorkerShort() throws Exception {
    TaskExecutor executor = Probe.open(2);
    LockFreePool pool = Probe.poolOf(executor);
    AtomicInteger longest = new AtomicInteger();
    Runnable measure = () -> longest.accumulateAndGet(slots(pool), Math::max);
    assertEquals(987, Probe.get(executor.submit(() -> fibonacci(executor, measure, 16))));
    assertTrue(longest.get() < 3 * 16, "slots between head and tail: " + longest);
    Probe.close(executor);
  }

  /** For the worker whose queue it is. */
  private static int slots(LockFreePool pool) {
    WorkerQueue own = pool.queue().owned().ofCaller(Thread.currentThread());
    return own == null ? 0 : own.size();
  }

  /** Only for a queue that nobody else is using. */
  private static int nodes(LockFreePool pool) {
    int nodes = 0;
    Object[] queues = (Object[]) Probe.field(pool.queue().shared(), StripedQueue.class, "queues");
    Node node = (Node) Probe.field(queues[0], TaskQueue.class, "head");
    for (; node != null; node = node.nextAcquire()) {
      nodes++;
    }
    return nodes;
  }

  private static int fibonacci(TaskExecutor executor, Runnable measure, int n) throws Exception {
    if (n < 2) {
      return n;
    }
    TaskFuture<Integer> left = executor.submit(() -> fibonacci(executor, measure, n - 1));
    TaskFuture<Integer> right = executor.submit(() -> fibonacci(executor, measure, n - 2));
    int sum = left.get() + right.get();
    measure.run();
    return sum;
  }

  @Test
  void helping_worksOnManyWorkers() throws Exception {
    TaskExecutor executor = Probe.open(3);
    for (int round = 0; round < 30; round++) {
      assertEquals(144, Probe.get(executor.submit(() -> fibonacci(executor, () -> {}, 12))));
    }
    Probe.close(executor);
  }

  @Test
  void selfJoin_isRefusedAtAnyDepth() throws Exception {
    TaskExecutor executor = Probe.open(1);
    AtomicReference<TaskFuture<Integer>> outer = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    outer.set(
        executor.submit(() -> {
          Probe.await(known);
          assertThrows(IllegalStateException.class, () -> outer.get().get());
          assertThrows(TimeoutException.class, () -> outer.get().get(1, TimeUnit.MILLISECONDS));
          TaskFuture<Integer> inner = executor.submit(() -> outer.get().get());
          ExecutionException failed = assertThrows(ExecutionException.class, inner::get);
          return failed.getCause() instanceof IllegalStateException ? 1 : 0;
        }));
    known.countDown();
    assertEquals(1, Probe.get(outer.get()));
    Probe.close(executor);
  }

  /** The end of the stack in a helped task is its failure, and no future is left undone. */
  @Test
  void endOfTheStack_leavesNoFutureUndone() throws Exception {
    TaskExecutor executor = Probe.open(1);
    List<TaskFuture<?>> all = Collections.synchronizedList(new ArrayList<>());
    AtomicBoolean enough = new AtomicBoolean();
    TaskFuture<Integer> root =
        executor.submit(() -> {
          try {
            return descend(executor, all, enough);
          } finally {
            enough.set(true);
          }
        });
    Throwable failure = root.exception(Duration.ofSeconds(30));
    assertTrue(failure != null, "an endless recursion cannot succeed");
    Probe.get(executor.submit(() -> 1));
    assertTrue(all.size() > 100);
    for (TaskFuture<?> future : all) {
      Probe.until("every level is done", future::isDone);
    }
    Probe.close(executor);
  }

  private static int descend(TaskExecutor executor, List<TaskFuture<?>> all, AtomicBoolean enough)
      throws Exception {
    if (enough.get()) {
      return 0;
    }
    TaskFuture<Integer> next = executor.submit(() -> descend(executor, all, enough));
    all.add(next);
    return next.get() + 1;
  }

  @Test
  void executedRunnable_thatThrowsMeetsTheHandlerOnceAndTheWorkerLives() throws Exception {
    List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(1)
                .threadFactory(body -> {
                  Thread thread = new Thread(body);
                  thread.setUncaughtExceptionHandler((t, failure) -> {
                    uncaught.add(failure);
                    throw new IllegalStateException("the handler fails, too");
                  });
                  return thread;
                }));
    Held held = new Held(executor);
    AssertionError thrown = new AssertionError("on purpose");
    executor.execute(() -> {
      Thread.currentThread().interrupt();
      throw thrown;
    });
    TaskFuture<Boolean> after = executor.submit(() -> Thread.currentThread().isInterrupted());
    held.release();
    assertFalse(Probe.get(after));
    assertEquals(List.of(thrown), uncaught);
    Probe.close(executor);
  }

  @Test
  void strayInterruptOfAnIdleWorker_isAbsorbed() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Thread worker = Probe.get(executor.submit(Thread::currentThread));
    for (int round = 0; round < 50; round++) {
      Probe.untilParked(worker);
      worker.interrupt();
      Probe.until("the flag is taken", () -> !worker.isInterrupted());
      Probe.untilParked(worker);
      assertFalse(Probe.get(executor.submit(() -> Thread.currentThread().isInterrupted())));
      assertSame(worker, Probe.get(executor.submit(Thread::currentThread)));
    }
    Probe.close(executor);
  }

  /** One by one, in bursts, from several threads: no task is ever slept through. */
  @Test
  void submissions_areNeverSleptThrough() throws Exception {
    TaskExecutor executor = Probe.open(2);
    AtomicInteger ran = new AtomicInteger();
    List<Call<Boolean>> submitters = new ArrayList<>();
    for (int s = 0; s < 3; s++) {
      submitters.add(
          new Call<>(() -> {
            for (int i = 0; i < 5_000; i++) {
              TaskFuture<?> last = executor.submit(ran::incrementAndGet);
              if (i % 7 == 0) {
                Probe.get(last);
              }
            }
            return true;
          }));
    }
    for (Call<Boolean> submitter : submitters) {
      assertTrue(submitter.result());
    }
    Probe.until("all have run", () -> ran.get() == 15_000);
    Probe.close(executor);
  }

  /**
   * A worker that has taken the token before the end of its task, and is held up then, cares for
   * those who relied on it: two tasks that wait for each other get two workers (L16).
   */
  @Test
  void tokenTakenBeforehand_isMadeUpFor() throws Exception {
    TaskExecutor executor = Probe.open(2);
    CountDownLatch second = new CountDownLatch(1);
    List<TaskFuture<?>> submitted = Collections.synchronizedList(new ArrayList<>());
    TaskFuture<?> own = new LockFreePromise<>();
    Probe.get(
        executor.submit(() -> {
          Worker worker = Runner.worker();
          worker.bodyEnded((Settleable<?>) own);
          submitted.add(executor.submit(() -> second.await(Probe.LIMIT_SECONDS, TimeUnit.SECONDS)));
          submitted.add(executor.submit(second::countDown));
          worker.isHeldUp();
          return null;
        }));
    assertEquals(true, Probe.get(submitted.getFirst()));
    Probe.close(executor);
  }
}
