package dev.gauntlet.virtualthreads;

import static dev.gauntlet.virtualthreads.StackEnd.ATTEMPTS;
import static dev.gauntlet.virtualthreads.StackEnd.sweep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R19: a caller whose stack ends inside an operation takes nobody else with it. */
class StackEndTest {
  private final CountDownLatch gate = new CountDownLatch(1);

  static Stream<ExecutorProvider> providers() {
    return Stream.of(new VirtualThreadProvider(), new BoundedVirtualThreadProvider());
  }

  private static TaskExecutor open(ExecutorProvider provider, int workers) {
    boolean bounded = provider instanceof BoundedVirtualThreadProvider;
    return provider.open(
        bounded ? ExecutorConfig.builder().workers(workers).build() : ExecutorConfig.defaults());
  }

  private static TaskExecutor openFull(RejectionPolicy policy) {
    return new BoundedVirtualThreadProvider()
        .open(ExecutorConfig.builder().workers(1).queueCapacity(1, policy).build());
  }

  /** Submits a body that waits for the gate, and returns when it runs. */
  private TaskFuture<?> hold(TaskExecutor executor) {
    return hold(executor, gate);
  }

  private static TaskFuture<?> hold(TaskExecutor executor, CountDownLatch mayEnd) {
    CountDownLatch running = new CountDownLatch(1);
    TaskFuture<?> held =
        executor.submit(() -> {
          running.countDown();
          Await.latchUninterruptibly(mayEnd);
        });
    Await.latch(running);
    return held;
  }

  private static <T> List<T> many(Supplier<T> made) {
    return IntStream.range(0, ATTEMPTS).mapToObj(i -> made.get()).toList();
  }

  private static Promise<String> newPromise() {
    return new VirtualThreadProvider().promises().orElseThrow().newPromise();
  }

  private static void assertUsable(TaskExecutor executor) throws Exception {
    assertEquals("value", executor.submit(() -> "value").get(20, TimeUnit.SECONDS));
    assertEnds(executor);
  }

  private static void assertEnds(TaskExecutor executor) throws Exception {
    executor.shutdown();
    assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS), executor::toString);
  }

  /** A future with a waiter and a callback: if it is done, both have to have been told. */
  private record Watched(TaskFuture<?> future, AtomicInteger waiter, AtomicInteger callback) {
    static Watched of(TaskFuture<?> future) {
      Watched watched = new Watched(future, new AtomicInteger(), new AtomicInteger());
      if (!((VirtualFuture<?>) future).addWaiter(done -> watched.waiter.incrementAndGet())) {
        watched.waiter.incrementAndGet();
      }
      future.addDoneCallback(done -> watched.callback.incrementAndGet());
      return watched;
    }

    void assertToldIfDone() {
      int expected = future.isDone() ? 1 : 0;
      assertEquals(expected, waiter.get(), "waiter of " + future);
      assertEquals(expected, callback.get(), "callback of " + future);
    }
  }

  @Test
  void submitAndCancel_queued_leavesThePoolUsable() throws Exception {
    TaskExecutor executor = open(new BoundedVirtualThreadProvider(), 1);
    TaskFuture<?> held = hold(executor);
    List<TaskFuture<?>> queued = many(() -> executor.submit(() -> {}));
    sweep(i -> queued.get(i).cancel());
    sweep(i -> executor.execute(() -> {}));
    gate.countDown();
    held.get();
    assertUsable(executor);
  }

  @Test
  void cancel_asTheFirstAfterASubmission_leavesThePoolUsable() throws Exception {
    List<TaskExecutor> executors = many(() -> open(new BoundedVirtualThreadProvider(), 1));
    executors.forEach(this::hold);
    List<TaskFuture<?>> queued = new ArrayList<>();
    executors.forEach(executor -> queued.add(executor.submit(() -> {})));
    sweep(i -> queued.get(i).cancel());
    gate.countDown();
    for (TaskExecutor executor : executors) {
      assertUsable(executor);
    }
    for (TaskFuture<?> future : queued) {
      assertTrue(future.isDone(), future::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void submit_thatStartsAThread_leavesThePoolUsable(ExecutorProvider provider) throws Exception {
    List<TaskExecutor> executors = many(() -> open(provider, 1));
    sweep(i -> executors.get(i).execute(() -> {}));
    for (TaskExecutor executor : executors) {
      assertUsable(executor);
    }
  }

  @Test
  void submit_runByTheCaller_leavesThePoolUsable() throws Exception {
    TaskExecutor executor = openFull(RejectionPolicy.CALLER_RUNS);
    hold(executor);
    TaskFuture<?> queued = executor.submit(() -> {});
    sweep(i -> executor.execute(() -> {}));
    gate.countDown();
    queued.get(20, TimeUnit.SECONDS);
    assertUsable(executor);
  }

  /** Those who come interrupted wait for nothing; who comes later must get what is free. */
  @Test
  void submit_blocked_keepsNoTurnOfThoseWhoLeft() throws Exception {
    TaskExecutor executor = openFull(RejectionPolicy.BLOCK);
    hold(executor);
    TaskFuture<?> queued = executor.submit(() -> {});
    sweep(i -> {
      Thread.currentThread().interrupt();
      try {
        executor.execute(() -> {});
      } catch (RejectedExecutionException interrupted) {
        assertTrue(Thread.interrupted());
      }
    });
    List<TaskFuture<?>> late = new ArrayList<>();
    Thread submitter = new Thread(() -> late.add(executor.submit(() -> {})));
    submitter.start();
    Await.parked(submitter);
    gate.countDown();
    Await.ended(submitter);
    queued.get();
    late.getFirst().get(20, TimeUnit.SECONDS);
    assertUsable(executor);
  }

  @Test
  void trySucceed_settlesAndTells_orNeither() {
    List<Promise<String>> promises = many(StackEndTest::newPromise);
    List<Watched> watched = promises.stream().map(p -> Watched.of(p.future())).toList();
    sweep(i -> promises.get(i).trySucceed("value"));
    watched.forEach(Watched::assertToldIfDone);
  }

  @Test
  void trySucceed_withoutListeners_settlesOrNot() {
    List<Promise<String>> promises = many(StackEndTest::newPromise);
    sweep(i -> promises.get(i).trySucceed("value"));
    for (Promise<String> promise : promises) {
      assertTrue(promise.future().isDone() || promise.trySucceed("later"));
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void cancel_ofARunningTask_settlesAndTellsAndLetsTheThreadGo_orNothing(ExecutorProvider provider)
      throws Exception {
    TaskExecutor executor = open(provider, 2 * ATTEMPTS);
    List<TaskFuture<?>> alone = many(() -> hold(executor));
    List<Watched> watched = many(() -> Watched.of(hold(executor)));
    sweep(i -> alone.get(i).cancel(true));
    sweep(i -> watched.get(i).future.cancel(true));
    watched.forEach(Watched::assertToldIfDone);
    gate.countDown();
    assertEnds(executor);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void shutdown_canBeRepeated(ExecutorProvider provider) throws Exception {
    assertRepeatable(provider, TaskExecutor::shutdown);
    assertRepeatable(provider, executor -> executor.shutdown(true));
    assertRepeatable(provider, TaskExecutor::shutdownNow);
  }

  private void assertRepeatable(ExecutorProvider provider, Consumer<TaskExecutor> shutdown)
      throws Exception {
    List<TaskExecutor> executors = many(() -> open(provider, 1));
    CountDownLatch mayEnd = new CountDownLatch(1);
    executors.forEach(executor -> hold(executor, mayEnd));
    List<Watched> second = executors.stream().map(e -> Watched.of(e.submit(() -> {}))).toList();
    sweep(i -> shutdown.accept(executors.get(i)));
    executors.forEach(shutdown);
    mayEnd.countDown();
    for (TaskExecutor executor : executors) {
      assertEnds(executor);
    }
    second.forEach(Watched::assertToldIfDone);
  }

  @Test
  void callbacks_afterAStackHasEndedInACompletion_runAsEver() {
    AtomicInteger calls = new AtomicInteger();
    Runnable completion =
        () -> {
          Promise<String> promise = newPromise();
          promise.future().addDoneCallback(done -> calls.incrementAndGet());
          promise.trySucceed("value");
        };
    sweep(
        i -> completion.run(),
        () -> {
          calls.set(0);
          completion.run();
        });
    assertEquals(1, calls.get());
  }

  @Test
  void callbacks_afterAStackHasEndedInALateRegistration_runAsEver() {
    Promise<String> promise = newPromise();
    promise.trySucceed("value");
    AtomicInteger calls = new AtomicInteger();
    Promise<String> other = newPromise();
    other.future().addDoneCallback(done -> calls.incrementAndGet());
    sweep(i -> promise.future().addDoneCallback(done -> {}), () -> other.trySucceed("value"));
    assertEquals(1, calls.get());
  }

  @Test
  void addDoneCallback_asTheSecondListener_losesNoneBefore() {
    List<Promise<String>> promises = many(StackEndTest::newPromise);
    List<AtomicInteger> first = many(AtomicInteger::new);
    List<AtomicInteger> second = many(AtomicInteger::new);
    boolean[] registered = new boolean[ATTEMPTS];
    for (int i = 0; i < ATTEMPTS; i++) {
      AtomicInteger calls = first.get(i);
      promises.get(i).future().addDoneCallback(done -> calls.incrementAndGet());
    }
    sweep(i -> {
      promises.get(i).future().addDoneCallback(done -> second.get(i).incrementAndGet());
      registered[i] = true;
    });
    for (int i = 0; i < ATTEMPTS; i++) {
      promises.get(i).trySucceed("value");
      assertEquals(1, first.get(i).get(), "the first of promise " + i);
      int calls = second.get(i).get();
      assertTrue(registered[i] ? calls == 1 : calls <= 1, "the second of promise " + i);
    }
  }
}
