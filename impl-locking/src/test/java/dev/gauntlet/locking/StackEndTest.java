package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.Promise;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R19: a thread whose stack ends inside an operation takes nobody else with it. */
class StackEndTest {
  private static final int ATTEMPTS = 150;
  private static final long SMALL_STACK = 200_000;
  private int attempts;

  /** Calls the action at the end of a stack, and then from one frame further up each time. */
  private void sweep(IntConsumer action) throws Exception {
    attempts = 0;
    Thread caller = new Thread(null, () -> fall(action), "deep caller", SMALL_STACK);
    caller.start();
    caller.join();
  }

  private void fall(IntConsumer action) {
    try {
      fall(action);
    } catch (StackOverflowError end) {
      // The frames above go on.
    }
    if (attempts < ATTEMPTS) {
      try {
        action.accept(attempts++);
      } catch (StackOverflowError expected) {
        // What happened before it is looked at afterwards.
      }
    }
  }

  private static void assertUsable(TaskExecutor executor) throws Exception {
    assertEquals("value", Probe.get(executor.submit(() -> "value")));
    Probe.close(executor);
  }

  private static <V> Promise<V> newPromise() {
    return new LockingProvider().promises().orElseThrow().newPromise();
  }

  /** A future with a waiter and a callback: if it is done, both have to have been told. */
  private record Watched(LockingFuture<?> future, AtomicInteger waiter, AtomicInteger callback) {
    static Watched of(TaskFuture<?> future) {
      Watched watched =
          new Watched((LockingFuture<?>) future, new AtomicInteger(), new AtomicInteger());
      watched.future.addWaiter(done -> watched.waiter.incrementAndGet());
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
    TaskExecutor executor = Probe.open(1);
    Probe.Held held = new Probe.Held(executor);
    List<TaskFuture<?>> queued = new ArrayList<>();
    IntStream.range(0, ATTEMPTS).forEach(i -> queued.add(executor.submit(() -> {})));
    sweep(i -> queued.get(i).cancel());
    sweep(i -> executor.execute(() -> {}));
    held.release();
    assertUsable(executor);
  }

  /** The look down the stack is compiled by then, with small frames; the first cancel is not. */
  @Test
  void cancel_inABoundedQueue_takesTheTaskOut_orDoesNothing() throws Exception {
    TaskExecutor executor = Probe.open(1, ATTEMPTS, RejectionPolicy.REJECT);
    for (int i = 0; i < 20_000; i++) {
      Probe.get(executor.submit(() -> "warm"));
    }
    Probe.Held held = new Probe.Held(executor);
    List<TaskFuture<?>> queued = new ArrayList<>();
    IntStream.range(0, ATTEMPTS).forEach(i -> queued.add(executor.submit(() -> {})));
    sweep(i -> queued.get(i).cancel());
    int places = (int) queued.stream().filter(TaskFuture::isDone).count();
    IntStream.range(0, places).forEach(i -> queued.add(executor.submit(() -> {})));
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> {}));
    held.release();
    for (TaskFuture<?> task : queued) {
      Probe.until("the task is done", task::isDone);
    }
    assertUsable(executor);
  }

  @Test
  void submit_thatStartsAWorker_leavesThePoolUsable() throws Exception {
    List<TaskExecutor> executors = new ArrayList<>();
    IntStream.range(0, ATTEMPTS).forEach(i -> executors.add(Probe.open(1)));
    sweep(i -> executors.get(i).execute(() -> {}));
    for (TaskExecutor executor : executors) {
      assertUsable(executor);
    }
  }

  @Test
  void submit_runByTheCaller_leavesThePoolUsable() throws Exception {
    TaskExecutor executor = Probe.open(1, 1, RejectionPolicy.CALLER_RUNS);
    Probe.Held held = new Probe.Held(executor);
    TaskFuture<?> queued = executor.submit(() -> {});
    sweep(i -> executor.execute(() -> {}));
    held.release();
    Probe.get(queued);
    assertUsable(executor);
  }

  @Test
  void trySucceed_settlesAndTells_orNeither() throws Exception {
    List<Promise<String>> promises = new ArrayList<>();
    IntStream.range(0, ATTEMPTS).forEach(i -> promises.add(newPromise()));
    List<Watched> watched = promises.stream().map(p -> Watched.of(p.future())).toList();
    sweep(i -> promises.get(i).trySucceed("value"));
    watched.forEach(Watched::assertToldIfDone);
  }

  @Test
  void cancel_ofARunningTask_settlesAndTellsAndLetsTheWorkerGo_orNothing() throws Exception {
    TaskExecutor executor = Probe.open(ATTEMPTS);
    List<Probe.Held> held = new ArrayList<>();
    for (int i = 0; i < ATTEMPTS; i++) {
      held.add(new Probe.Held(executor));
    }
    List<Watched> watched = held.stream().map(h -> Watched.of(h.future)).toList();
    sweep(i -> held.get(i).future.cancel(true));
    watched.forEach(Watched::assertToldIfDone);
    held.forEach(Probe.Held::release);
    Probe.close(executor);
  }

  @Test
  void shutdown_canBeRepeated() throws Exception {
    assertRepeatable(TaskExecutor::shutdown);
    assertRepeatable(executor -> executor.shutdown(true));
    assertRepeatable(TaskExecutor::shutdownNow);
  }

  private void assertRepeatable(Consumer<TaskExecutor> shutdown) throws Exception {
    List<TaskExecutor> executors = new ArrayList<>();
    List<Probe.Held> held = new ArrayList<>();
    List<Watched> queued = new ArrayList<>();
    for (int i = 0; i < ATTEMPTS; i++) {
      TaskExecutor executor = Probe.open(1);
      executors.add(executor);
      held.add(new Probe.Held(executor));
      queued.add(Watched.of(executor.submit(() -> {})));
    }
    sweep(i -> shutdown.accept(executors.get(i)));
    executors.forEach(shutdown);
    held.forEach(Probe.Held::release);
    for (TaskExecutor executor : executors) {
      Probe.close(executor);
    }
    queued.forEach(Watched::assertToldIfDone);
  }

  @Test
  void callbacks_afterAStackHasEndedInACompletion_runAsEver() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Runnable completion =
        () -> {
          Promise<String> promise = newPromise();
          promise.future().addDoneCallback(done -> calls.incrementAndGet());
          promise.trySucceed("value");
        };
    attempts = 0;
    Thread caller =
        new Thread(
            null,
            () -> {
              fall(i -> completion.run());
              calls.set(0);
              completion.run();
            },
            "deep caller",
            SMALL_STACK);
    caller.start();
    caller.join();
    assertEquals(1, calls.get());
  }

  @Test
  void nestedJoins_untilTheStackEnds_leaveNoTaskRunning() throws Exception {
    for (int round = 0; round < 60; round++) {
      int workers = 1 + round % 2;
      TaskExecutor executor =
          new LockingProvider()
              .open(
                  ExecutorConfig.builder()
                      .workers(workers)
                      .threadFactory(worker -> new Thread(null, worker, "small", SMALL_STACK))
                      .build());
      List<TaskFuture<?>> all = Collections.synchronizedList(new ArrayList<>());
      AtomicBoolean ended = new AtomicBoolean();
      int offset = round;
      all.add(executor.submit(() -> startLower(offset, () -> nest(executor, all, ended))));
      Probe.until("the stack ends", ended::get);
      assertUsable(executor);
      assertTrue(all.stream().allMatch(TaskFuture::isDone), all::toString);
    }
  }

  private static void startLower(int frames, Runnable action) {
    if (frames == 0) {
      action.run();
    } else {
      startLower(frames - 1, action);
    }
  }

  private static void nest(TaskExecutor executor, List<TaskFuture<?>> all, AtomicBoolean ended) {
    if (ended.get()) {
      return;
    }
    try {
      TaskFuture<?> inner = executor.submit(() -> nest(executor, all, ended));
      all.add(inner);
      var unused = inner.get();
    } catch (ExecutionException innerStackEnded) {
      ended.set(true);
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    } catch (StackOverflowError end) {
      ended.set(true);
      throw end;
    }
  }
}
