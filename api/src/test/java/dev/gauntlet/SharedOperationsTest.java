package dev.gauntlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The operations that are written once, over futures that know nothing of them. The conformance kit
 * runs them over every implementation.
 */
class SharedOperationsTest {

  @Test
  void awaitSeesForeignFutures() throws Exception {
    CompletableFuture<String> one = new CompletableFuture<>();
    CompletableFuture<String> two = new CompletableFuture<>();
    TaskFuture<String> first = TaskFutures.adapt(one);
    TaskFuture<String> second = TaskFutures.adapt(two);
    two.complete("two");
    Completion<TaskFuture<String>> seen =
        TaskFutures.await(List.of(first, second), ReturnWhen.FIRST_COMPLETED);
    assertEquals(Set.of(second), seen.done());
    assertEquals(Set.of(first), seen.notDone());
  }

  @Test
  void asCompletedYieldsInOrderOfCompletion() {
    CompletableFuture<String> one = new CompletableFuture<>();
    CompletableFuture<String> two = new CompletableFuture<>();
    List<TaskFuture<String>> futures = List.of(TaskFutures.adapt(one), TaskFutures.adapt(two));
    try (CompletionIterator<TaskFuture<String>> completed = TaskFutures.asCompleted(futures)) {
      two.complete("two");
      one.complete("one");
      assertSame(futures.get(1), completed.next());
      assertSame(futures.get(0), completed.next());
      assertFalse(completed.hasNext());
    }
  }

  @Test
  void mapKeepsTheOrderOfItsInput() {
    try (TaskExecutor executor = new AdaptingExecutor();
        MappedResults<Integer> results = executor.map(i -> i * i, List.of(1, 2, 3))) {
      List<Integer> squares = new ArrayList<>();
      results.forEachRemaining(squares::add);
      assertEquals(List.of(1, 4, 9), squares);
    }
  }

  @Test
  void mapThatTimesOutCountsWhatIsNotDone() {
    AtomicInteger submitted = new AtomicInteger();
    try (TaskExecutor executor =
        new AdaptingExecutor() {
          @Override
          public <T> TaskFuture<T> submit(Callable<T> task) {
            CompletableFuture<T> source = new CompletableFuture<>();
            if (submitted.getAndIncrement() == 1) {
              source.complete(null);
            }
            return TaskFutures.adapt(source);
          }
        }) {
      MappedResults<Integer> results =
          executor.map(i -> i, List.of(1, 2, 3), MapOptions.defaults().withTimeout(Duration.ZERO));
      FuturesTimeoutException thrown = assertThrows(FuturesTimeoutException.class, results::next);
      assertEquals("2 (of 3) futures unfinished", thrown.getMessage());
    }
  }

  @Test
  void boundedMapThrowsWhatItsInputThrowsAfterTheBuffer() {
    assertThrownAfterTheBuffer(new IllegalStateException("of the input"));
  }

  @Test
  void boundedMapThrowsWhatItsInputThrowsUndeclared() {
    assertThrownAfterTheBuffer(new IOException("of the input"));
  }

  private static void assertThrownAfterTheBuffer(Exception failure) {
    try (TaskExecutor executor = new AdaptingExecutor()) {
      Iterable<Integer> inputs = () -> threeThen(failure);
      MappedResults<Integer> results =
          executor.map(i -> i, inputs, MapOptions.defaults().withBufferSize(2));
      assertEquals(0, results.next());
      assertEquals(1, results.next());
      assertEquals(2, results.next());
      assertTrue(results.hasNext());
      assertSame(failure, assertThrows(Exception.class, results::next));
      assertFalse(results.hasNext());
    }
  }

  private static Iterator<Integer> threeThen(Exception failure) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Integer next() {
        if (next == 3) {
          SharedOperationsTest.<RuntimeException>throwUndeclared(failure);
        }
        return next++;
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void throwUndeclared(Exception failure) throws E {
    throw (E) failure;
  }

  @Test
  void invokeAllAndAnyWorkOnForeignFutures() throws Exception {
    try (TaskExecutor executor = new AdaptingExecutor()) {
      List<Future<String>> all = executor.invokeAll(List.of(() -> "a", () -> "b"));
      assertEquals("a", all.get(0).get());
      assertEquals("b", all.get(1).get());
      assertEquals("any", executor.invokeAny(List.of(() -> "any")));
      IllegalStateException failure = new IllegalStateException("on purpose");
      ExecutionException failed =
          assertThrows(
              ExecutionException.class,
              () ->
                  executor.invokeAny(
                      List.of(() -> {
                        throw failure;
                      })));
      assertSame(failure, failed.getCause());
    }
  }

  @Test
  void invokeAnyWrapsAHostileFailure() {
    Exception hostile = new HostileFailure();
    try (TaskExecutor executor = new AdaptingExecutor()) {
      List<Callable<String>> tasks =
          List.of(() -> {
            throw hostile;
          });
      ExecutionException failed =
          assertThrows(ExecutionException.class, () -> executor.invokeAny(tasks));
      assertSame(hostile, failed.getCause());
    }
  }

  @Test
  void completionServiceReturnsTheSubmittedFuture() throws Exception {
    try (TaskExecutor executor = new AdaptingExecutor()) {
      TaskCompletionService<String> service = new TaskCompletionService<>(executor);
      TaskFuture<String> submitted = service.submit(() -> "done");
      assertSame(submitted, service.take());
      assertEquals(null, service.poll());
    }
  }

  @Test
  void completionServicePolls() throws Exception {
    try (TaskExecutor executor = new AdaptingExecutor()) {
      CountDownLatch gate = new CountDownLatch(1);
      TaskCompletionService<String> service = new TaskCompletionService<>(executor);
      assertNull(service.poll());
      assertNull(service.poll(1, TimeUnit.NANOSECONDS));
      TaskFuture<String> submitted =
          service.submit(() -> {
            gate.await();
            return "late";
          });
      gate.countDown();
      assertSame(submitted, service.poll(10, TimeUnit.SECONDS));
      TaskFuture<String> other = service.submit(() -> {}, "quick");
      TaskFuture<String> polled = service.poll();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (polled == null && System.nanoTime() - end < 0) {
        Thread.onSpinWait();
        polled = service.poll();
      }
      assertSame(other, polled);
    }
  }

  @Test
  void closeWaitsAndRestoresTheInterrupt() throws Exception {
    TaskExecutor executor = new AdaptingExecutor();
    CountDownLatch started = new CountDownLatch(1);
    TaskFuture<?> running =
        executor.submit(() -> {
          started.countDown();
          new CountDownLatch(1).await();
          return null;
        });
    started.await();
    Thread.currentThread().interrupt();
    executor.close();
    assertTrue(Thread.interrupted(), "the interrupt flag is set again");
    assertTrue(executor.isTerminated());
    assertTrue(running.isDone());
    assertThrows(RejectedExecutionException.class, () -> executor.map(i -> i, List.of()));
  }

  @Test
  void completableViewsAreIndependentOfTheirSource() throws Exception {
    CompletableFuture<String> source = new CompletableFuture<>();
    TaskFuture<String> future = TaskFutures.adapt(source);
    assertTrue(future.toCompletableFuture().cancel(true));
    assertFalse(future.isDone());
    CompletableFuture<String> view = future.toCompletableFuture();
    source.complete("value");
    assertEquals("value", view.get(10, TimeUnit.SECONDS));
  }
}
