package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import dev.gauntlet.TaskState;
import dev.gauntlet.lockfree.Probe.Call;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything at once: each task has one end, each callback one call, and nothing is left over. */
class ConservationTest {
  private static final int WORKERS = 3;
  private static final int CLIENTS = 3;
  private static final int TASKS = 1_500;

  private enum End {
    SHUTDOWN,
    SHUTDOWN_TRUE,
    SHUTDOWN_NOW
  }

  /** One task with what happened to it. */
  private static final class Tracked {
    final AtomicInteger runs = new AtomicInteger();
    final AtomicInteger callbacks = new AtomicInteger();
    TaskFuture<Integer> future;
  }

  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger bodies = new AtomicInteger();
  private final AtomicInteger mostBodies = new AtomicInteger();

  @ParameterizedTest
  @EnumSource(End.class)
  void unboundedQueue_losesNothing(End end) throws Exception {
    for (int seed = 0; seed < 8; seed++) {
      play(Probe.open(WORKERS), end, seed, WORKERS);
    }
  }

  @ParameterizedTest
  @EnumSource(RejectionPolicy.class)
  void boundedQueue_losesNothing(RejectionPolicy policy) throws Exception {
    int guests = policy == RejectionPolicy.CALLER_RUNS ? CLIENTS : 0;
    for (int seed = 0; seed < 8; seed++) {
      End end = End.values()[seed % End.values().length];
      play(Probe.open(WORKERS, 5, policy), end, seed, WORKERS + guests);
    }
  }

  private void play(TaskExecutor executor, End end, int seed, int atMost) throws Exception {
    mostBodies.set(0);
    started.set(0);
    List<Call<List<Tracked>>> clients = new ArrayList<>();
    for (int c = 0; c < CLIENTS; c++) {
      SplittableRandom random = new SplittableRandom(31L * seed + c);
      clients.add(new Call<>(() -> submitMany(executor, random)));
    }
    if (seed % 2 == 0) {
      Probe.until("some of it has run", () -> started.get() > CLIENTS || isOver(clients));
    } else {
      Probe.until("the clients end", () -> isOver(clients));
      LockFreePool pool = Probe.poolOf(executor);
      Probe.until("the workers empty the queue", () -> !pool.queue().hasPending());
    }
    switch (end) {
      case SHUTDOWN -> executor.shutdown();
      case SHUTDOWN_TRUE -> executor.shutdown(true);
      case SHUTDOWN_NOW -> executor.shutdownNow();
    }
    List<Tracked> all = new ArrayList<>();
    for (Call<List<Tracked>> client : clients) {
      all.addAll(client.result());
    }
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS), executor::toString);
    all.forEach(ConservationTest::check);
    assertTrue(mostBodies.get() <= atMost, "bodies at once: " + mostBodies.get());
    assertEquals(0, bodies.get());
    assertEquals(0, Probe.poolOf(executor).census().live());
  }

  private static boolean isOver(List<Call<List<Tracked>>> clients) {
    return clients.stream().noneMatch(client -> client.thread.isAlive());
  }

  private List<Tracked> submitMany(TaskExecutor executor, SplittableRandom random)
      throws Exception {
    List<Tracked> accepted = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      Tracked task = new Tracked();
      int kind = random.nextInt(12);
      try {
        task.future = executor.submit(() -> run(executor, task, kind));
      } catch (RejectedExecutionException full) {
        assertEquals(0, task.runs.get());
        continue;
      }
      accepted.add(task);
      task.future.addDoneCallback(done -> task.callbacks.incrementAndGet());
      disturb(task.future, random.nextInt(12));
    }
    return accepted;
  }

  private int run(TaskExecutor executor, Tracked task, int kind) throws Exception {
    started.incrementAndGet();
    int now = bodies.incrementAndGet();
    mostBodies.accumulateAndGet(now, Math::max);
    task.runs.incrementAndGet();
    try {
      if (kind == 0) {
        throw new IllegalStateException("on purpose");
      }
      if (kind == 1 && Runner.worker() != null) {
        Thread.currentThread().interrupt();
      }
      return kind == 2 ? join(executor) : kind;
    } finally {
      bodies.decrementAndGet();
    }
  }

  /** A body that waits for another one counts as one with it: it runs no code of its own. */
  private int join(TaskExecutor executor) throws Exception {
    bodies.decrementAndGet();
    try {
      return executor
          .submit(() -> {
            mostBodies.accumulateAndGet(bodies.incrementAndGet(), Math::max);
            bodies.decrementAndGet();
            return 2;
          })
          .get();
    } catch (RejectedExecutionException | CancellationException ended) {
      return 2;
    } finally {
      bodies.incrementAndGet();
    }
  }

  private static void disturb(TaskFuture<Integer> future, int how) throws Exception {
    switch (how) {
      case 0 -> future.cancel();
      case 1 -> future.cancel(/* mayInterruptIfRunning= */ true);
      case 2 -> future.cancel(/* mayInterruptIfRunning= */ false);
      case 3 -> {
        try {
          future.get(50, TimeUnit.MICROSECONDS);
        } catch (TimeoutException | CancellationException | ExecutionException expected) {
          assertFalse(Thread.currentThread().isInterrupted());
        }
      }
      case 4 -> {
        if (!future.isDone()) {
          TaskFutures.await(List.of(future));
        }
      }
      default -> {}
    }
  }

  private static void check(Tracked task) {
    TaskState state = task.future.taskState();
    assertTrue(state.isDone(), "done: " + task.future);
    assertTrue(task.runs.get() <= 1);
    assertTrue(task.runs.get() == 1 || state == TaskState.CANCELLED);
    assertEquals(0, Probe.waitersOf((Settleable<?>) task.future));
    Probe.until("its callback", () -> task.callbacks.get() == 1);
    if (state == TaskState.CANCELLED) {
      assertNull(Probe.field(task.future, Task.class, "payload"));
    }
  }
}
