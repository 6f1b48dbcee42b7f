package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrampolineTest {

  @Test
  void nestedCompletions_runFirstInFirstOut() {
    LockFreePromise<Integer> outer = new LockFreePromise<>();
    LockFreePromise<Integer> inner = new LockFreePromise<>();
    List<String> events = new ArrayList<>();
    inner.addDoneCallback(done -> events.add("inner 1"));
    inner.addDoneCallback(done -> events.add("inner 2"));
    inner.addWaiter(done -> events.add("inner waiter"));
    outer.addDoneCallback(done -> {
      inner.trySucceed(2);
      assertTrue(inner.isDone());
      events.add("outer 1");
    });
    outer.addDoneCallback(done -> events.add("outer 2"));
    outer.trySucceed(1);
    assertEquals(List.of("inner waiter", "outer 1", "outer 2", "inner 1", "inner 2"), events);
  }

  @Test
  void lateRegistrationInsideACallback_runsInline() {
    LockFreePromise<Integer> future = new LockFreePromise<>();
    List<String> events = new ArrayList<>();
    future.addDoneCallback(done -> {
      events.add("begin");
      done.addDoneCallback(again -> events.add("nested"));
      events.add("end");
    });
    future.addDoneCallback(done -> events.add("second"));
    future.trySucceed(1);
    assertEquals(List.of("begin", "nested", "end", "second"), events);
  }

  @Test
  void chainOfAMillion_needsNoStack() {
    int length = 1_000_000;
    LockFreePromise<Integer> first = new LockFreePromise<>();
    LockFreePromise<Integer> link = first;
    for (int i = 1; i < length; i++) {
      LockFreePromise<Integer> next = new LockFreePromise<>();
      link.addDoneCallback(done -> next.trySucceed(done.resultNow() + 1));
      link = next;
    }
    first.trySucceed(1);
    assertEquals(length, link.resultNow());
  }

  /**
   * A callback waits for a task it helps and for what the callback of that task does, and not for
   * what it has itself settled before.
   */
  @Test
  void helpedTask_runsItsCallbacksBeforeItCountsAsEnded() throws Exception {
    TaskExecutor executor = Probe.open(1);
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    LockFreePromise<Integer> trigger = new LockFreePromise<>();
    LockFreePromise<Integer> other = new LockFreePromise<>();
    other.addDoneCallback(done -> events.add("callback of the other"));
    trigger.addDoneCallback(done -> {
      other.trySucceed(2);
      TaskFuture<Integer> helped = executor.submit(() -> 7);
      helped.addDoneCallback(ended -> events.add("callback of the helped"));
      ((LockFreeFuture<Integer>) helped).tryRunInPlace();
      events.add("after helping");
    });
    Probe.get(executor.submit(() -> trigger.trySucceed(1)));
    assertEquals(
        List.of("callback of the helped", "after helping", "callback of the other"), events);
    Probe.close(executor);
  }

  @Test
  void whateverACallbackThrows_isReportedAndTheOthersRun() throws Exception {
    List<Throwable> reported = Collections.synchronizedList(new ArrayList<>());
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(1)
                .callbackFailureHandler((future, failure) -> {
                  reported.add(failure);
                  throw new IllegalStateException("the handler fails, too");
                }));
    Probe.Held held = new Probe.Held(executor);
    AtomicInteger later = new AtomicInteger();
    StackOverflowError error = new StackOverflowError();
    RejectedExecutionException refusal = new RejectedExecutionException();
    held.future.addDoneCallback(done -> {
      throw error;
    });
    held.future.addDoneCallback(
        done -> later.incrementAndGet(),
        refused -> {
          throw refusal;
        });
    held.future.addDoneCallback(done -> later.incrementAndGet());
    held.release();
    assertFalse(Probe.get(executor.submit(() -> Thread.currentThread().isInterrupted())));
    assertEquals(List.of(error, refusal), reported);
    assertEquals(1, later.get());
    Probe.close(executor);
  }

  /** shutdown(true) settles everything before the first callback runs. */
  @Test
  void batch_settlesAllBeforeItsCallbacks() throws Exception {
    TaskExecutor executor = Probe.open(1);
    Probe.Held held = new Probe.Held(executor);
    List<TaskFuture<?>> pending = new ArrayList<>();
    AtomicInteger undone = new AtomicInteger();
    for (int i = 0; i < 10; i++) {
      TaskFuture<?> future = executor.submit(() -> {});
      future.addDoneCallback(
          done -> pending.stream().filter(p -> !p.isDone()).forEach(p -> undone.incrementAndGet()));
      pending.add(future);
    }
    executor.shutdown(true);
    assertEquals(0, undone.get());
    assertTrue(pending.stream().allMatch(TaskFuture::isCancelled));
    held.release();
    Probe.close(executor);
  }
}
