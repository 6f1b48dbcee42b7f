package dev.gauntlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AwaitingTest {
  private static final TaskFuture<String> DONE =
      TaskFutures.adapt(CompletableFuture.completedFuture("done"));

  @AfterEach
  void clearTheFlag() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @EnumSource
  void await_whenNothingIsLeftToWaitFor_answersAnInterruptedCaller(ReturnWhen when)
      throws Exception {
    TaskFuture<String> other = TaskFutures.adapt(CompletableFuture.completedFuture("other"));
    Thread.currentThread().interrupt();
    assertEquals(Set.of(DONE, other), TaskFutures.await(List.of(DONE, other), when).done());
    assertTrue(Thread.currentThread().isInterrupted());
  }

  @Test
  void await_whenTheFirstIsDone_answersAnInterruptedCaller() throws Exception {
    TaskFuture<String> open = TaskFutures.adapt(new CompletableFuture<>());
    List<TaskFuture<String>> futures = List.of(DONE, open);
    Thread.currentThread().interrupt();
    assertEquals(Set.of(DONE), TaskFutures.await(futures, ReturnWhen.FIRST_COMPLETED).done());
    assertThrows(
        InterruptedException.class,
        () -> TaskFutures.await(futures, ReturnWhen.ALL_COMPLETED, Duration.ZERO));
  }

  @Test
  void await_timed_parks() throws Exception {
    CompletableFuture<String> source = new CompletableFuture<>();
    List<TaskFuture<String>> futures = List.of(TaskFutures.adapt(source));
    assertParks(
        () -> TaskFutures.await(futures, ReturnWhen.ALL_COMPLETED, Duration.ofHours(1)).done(),
        source);
  }

  @Test
  void next_timed_parks() throws Exception {
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletionIterator<TaskFuture<String>> iterator =
        TaskFutures.asCompleted(List.of(TaskFutures.adapt(source)), Duration.ofHours(1));
    assertParks(iterator::next, source);
  }

  /** A thread that spins is RUNNABLE whenever it is looked at. */
  private static void assertParks(Callable<?> wait, CompletableFuture<String> source)
      throws Exception {
    FutureTask<Object> task = new FutureTask<>(wait::call);
    Thread waiting = Thread.ofPlatform().daemon().start(task);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (waiting.getState() != Thread.State.TIMED_WAITING && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(100_000);
    }
    assertEquals(Thread.State.TIMED_WAITING, waiting.getState());
    source.complete("released");
    task.get(10, TimeUnit.SECONDS);
  }
}
