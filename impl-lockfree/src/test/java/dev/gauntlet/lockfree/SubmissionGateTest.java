package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.lockfree.Probe.Call;
import dev.gauntlet.lockfree.Probe.Held;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SubmissionGateTest {

  private static int free(TaskExecutor executor) {
    SubmissionGate gate =
        (SubmissionGate) Probe.field(Probe.poolOf(executor), LockFreePool.class, "places");
    return (int) Probe.field(gate, SubmissionGate.class, "free");
  }

  private static int blocked(SubmissionGate gate) {
    return ((ConcurrentLinkedQueue<?>) Probe.field(gate, SubmissionGate.class, "blocked")).size();
  }

  @Test
  void place_isFreedByWhateverEndsTheWait() throws Exception {
    TaskExecutor executor = Probe.open(1, 3, RejectionPolicy.REJECT);
    Held held = new Held(executor);
    assertEquals(3, free(executor));
    TaskFuture<?> first = executor.submit(() -> {});
    TaskFuture<?> second = executor.submit(() -> {});
    executor.execute(() -> {});
    assertEquals(0, free(executor));
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}));
    assertEquals(0, free(executor));
    assertTrue(first.cancel());
    assertTrue(second.cancel(true));
    assertFalse(second.cancel(true));
    assertEquals(2, free(executor));
    assertEquals(1, executor.shutdownNow().size());
    assertEquals(3, free(executor));
    held.release();
    Probe.close(executor);
    assertEquals(3, free(executor));
  }

  @Test
  void helpedTask_freesItsPlace() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.REJECT);
    int free =
        Probe.get(
            executor.submit(() -> {
              for (int i = 0; i < 100; i++) {
                TaskFuture<Integer> helped = executor.submit(() -> 1);
                assertEquals(1, helped.get());
              }
              return free(executor);
            }));
    assertEquals(1, free);
    Probe.close(executor);
  }

  @Test
  void blockedSubmitter_isReleasedByACancel() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.BLOCK);
    Held held = new Held(executor);
    TaskFuture<?> queued = executor.submit(() -> {});
    Call<TaskFuture<Integer>> blocked = new Call<>(() -> executor.submit(() -> 5));
    Probe.untilParked(blocked.thread);
    assertTrue(queued.cancel());
    TaskFuture<Integer> accepted = blocked.result();
    held.release();
    assertEquals(5, Probe.get(accepted));
    Probe.close(executor);
  }

  @Test
  void blockedSubmitter_isReleasedByShutdownAndByInterrupt() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.BLOCK);
    Held held = new Held(executor);
    executor.submit(() -> {});
    AtomicInteger ran = new AtomicInteger();
    Call<RejectedExecutionException> interrupted =
        new Call<>(() -> {
          var refusal =
              assertThrows(
                  RejectedExecutionException.class, () -> executor.submit(ran::incrementAndGet));
          assertTrue(Thread.interrupted());
          return refusal;
        });
    Probe.untilParked(interrupted.thread);
    interrupted.thread.interrupt();
    assertInstanceOf(InterruptedException.class, interrupted.result().getCause());
    Call<RejectedExecutionException> shutDown =
        new Call<>(() ->
            assertThrows(
                RejectedExecutionException.class, () -> executor.execute(ran::getAndIncrement)));
    Probe.untilParked(shutDown.thread);
    executor.shutdown();
    assertSame(null, shutDown.result().getCause());
    held.release();
    Probe.close(executor);
    assertEquals(0, ran.get());
  }

  @Test
  void ownWorker_runsInPlaceInsteadOfWaiting() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.BLOCK);
    List<Thread> threads = new ArrayList<>();
    Thread worker =
        Probe.get(
            executor.submit(() -> {
              TaskFuture<?> queued = executor.submit(() -> {});
              for (int i = 0; i < 3; i++) {
                TaskFuture<?> own = executor.submit(() -> threads.add(Thread.currentThread()));
                assertTrue(own.isDone());
              }
              executor.execute(() -> threads.add(Thread.currentThread()));
              assertFalse(queued.isDone());
              return Thread.currentThread();
            }));
    Probe.close(executor);
    assertEquals(List.of(worker, worker, worker, worker), threads);
  }

  @Test
  void closedGate_letsNobodyIn() throws Exception {
    SubmissionGate gate = new SubmissionGate(1);
    assertTrue(gate.tryTake());
    Call<Boolean> first = new Call<>(gate::take);
    Probe.untilParked(first.thread);
    gate.close();
    assertFalse(first.result());
    assertFalse(gate.take());
    assertEquals(0, blocked(gate));
  }

  /** An invitation that its receiver cannot use is passed on. */
  @Test
  void leavingSubmitters_strandNobody() throws Exception {
    SubmissionGate[] gate = new SubmissionGate[1];
    List<Call<Boolean>> calls = new ArrayList<>();
    Probe.race(
        1_500,
        () -> {
          gate[0] = new SubmissionGate(1);
          assertTrue(gate[0].tryTake());
          calls.clear();
          for (int i = 0; i < 2; i++) {
            calls.add(new Call<>(() -> takeUnlessInterrupted(gate[0])));
            Probe.untilParked(calls.get(i).thread);
          }
        },
        () -> {
          for (int spins = calls.get(0).hashCode() & 0x7FF; spins > 0; spins--) {
            Thread.onSpinWait();
          }
          gate[0].giveBack();
        },
        () -> calls.get(0).thread.interrupt(),
        () -> {
          try {
            if (calls.get(0).result()) {
              gate[0].giveBack();
            }
            assertTrue(calls.get(1).result());
          } catch (Exception stranded) {
            throw new AssertionError(stranded);
          }
          assertEquals(0, blocked(gate[0]));
        });
  }

  private static boolean takeUnlessInterrupted(SubmissionGate gate) {
    try {
      return gate.take();
    } catch (InterruptedException interrupt) {
      return false;
    }
  }

  /** Submitters, workers and cancellers over one place: all comes to an end. */
  @Test
  void contendedPlace_isNeverLost() throws Exception {
    TaskExecutor executor = Probe.open(2, 1, RejectionPolicy.BLOCK);
    AtomicInteger ran = new AtomicInteger();
    AtomicInteger cancelled = new AtomicInteger();
    List<Call<Boolean>> submitters = new ArrayList<>();
    for (int s = 0; s < 3; s++) {
      submitters.add(
          new Call<>(() -> {
            for (int i = 0; i < 3_000; i++) {
              TaskFuture<?> future = executor.submit(ran::incrementAndGet);
              if (i % 3 == 0 && future.cancel()) {
                cancelled.incrementAndGet();
              }
            }
            return true;
          }));
    }
    for (Call<Boolean> submitter : submitters) {
      assertTrue(submitter.result());
    }
    Probe.close(executor);
    assertEquals(9_000, ran.get() + cancelled.get());
    assertEquals(1, free(executor));
  }
}
