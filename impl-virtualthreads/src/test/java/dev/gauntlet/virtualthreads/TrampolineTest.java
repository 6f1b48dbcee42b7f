package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** K9, K10, K11: callbacks of completions inside callbacks, and the flag they meet. */
class TrampolineTest {
  private final List<String> calls = new ArrayList<>();

  @Test
  void nestedCompletion_publishesAtOnceAndCallsLater() {
    HandSettledFuture<String> outer = new HandSettledFuture<>();
    HandSettledFuture<String> inner = new HandSettledFuture<>();
    inner.addDoneCallback(done -> calls.add("inner"));
    outer.addDoneCallback(done -> {
      inner.trySucceed("inner");
      calls.add("inner is done: " + inner.isDone());
    });
    outer.addDoneCallback(done -> calls.add("outer"));
    outer.trySucceed("outer");
    assertEquals(List.of("inner is done: true", "outer", "inner"), calls);
  }

  @Test
  void lateRegistration_insideACallback_isCalledInline() {
    HandSettledFuture<String> future = new HandSettledFuture<>();
    future.addDoneCallback(done -> {
      calls.add("begin");
      done.addDoneCallback(again -> calls.add("nested"));
      calls.add("end");
    });
    future.addDoneCallback(done -> calls.add("second"));
    future.trySucceed("value");
    assertEquals(List.of("begin", "nested", "end", "second"), calls);
  }

  @Test
  void chainOfAMillion_settlesTheLast() {
    AtomicInteger settled = new AtomicInteger();
    HandSettledFuture<Integer> first = new HandSettledFuture<>();
    HandSettledFuture<Integer> last = first;
    for (int i = 0; i < 1_000_000; i++) {
      HandSettledFuture<Integer> next = new HandSettledFuture<>();
      last.addDoneCallback(done -> {
        settled.incrementAndGet();
        next.trySucceed(1);
      });
      last = next;
    }
    first.trySucceed(1);
    assertTrue(last.isDone());
    assertEquals(1_000_000, settled.get());
  }

  @Test
  void chainStartedByALateRegistration_needsNoStack() {
    HandSettledFuture<Integer> done = new HandSettledFuture<>();
    done.trySucceed(1);
    HandSettledFuture<Integer> first = new HandSettledFuture<>();
    HandSettledFuture<Integer> last = first;
    for (int i = 0; i < 100_000; i++) {
      HandSettledFuture<Integer> next = new HandSettledFuture<>();
      last.addDoneCallback(previous -> next.trySucceed(1));
      last = next;
    }
    done.addDoneCallback(late -> first.trySucceed(1));
    assertTrue(last.isDone());
  }

  @Test
  void callbackOnACaller_meetsTheFlagAsItWas() {
    HandSettledFuture<String> future = new HandSettledFuture<>();
    future.addDoneCallback(done -> calls.add("flag " + Thread.currentThread().isInterrupted()));
    Thread.currentThread().interrupt();
    future.trySucceed("value");
    assertTrue(Thread.interrupted());
    assertEquals(List.of("flag true"), calls);
  }

  @Test
  void callbacksOnACaller_leaveItsFlagToTheNext() throws Exception {
    leaveTheFlag();
    assertTrue(Thread.interrupted());
    Await.ended(Thread.ofVirtual().start(this::leaveTheFlag));
    assertEquals(List.of("flag true", "flag true"), calls);
  }

  private void leaveTheFlag() {
    HandSettledFuture<String> future = new HandSettledFuture<>();
    future.addDoneCallback(done -> Thread.currentThread().interrupt());
    future.addDoneCallback(done -> calls.add("flag " + Thread.currentThread().isInterrupted()));
    future.trySucceed("value");
  }

  @Test
  void callbackInsideABodyOfAWorker_meetsAClearFlagAndLeavesTheBodyItsOwn() {
    StubHost host = new StubHost();
    host.worker = Thread.currentThread();
    PlainTask<String> other = new PlainTask<>(host, () -> "never");
    other.addDoneCallback(done -> calls.add("flag " + Thread.currentThread().isInterrupted()));
    PlainTask<Boolean> body =
        new PlainTask<>(
            host,
            () -> {
              Thread.currentThread().interrupt();
              other.cancel();
              return Thread.interrupted();
            });
    body.run();
    assertEquals(List.of("flag false"), calls);
    assertEquals(true, body.resultNow());
  }

  @Test
  void callbacksOfARunner_eachMeetAClearFlag() {
    PlainTask<String> task =
        new PlainTask<>(
            new StubHost(),
            () -> {
              Thread.currentThread().interrupt();
              return "value";
            });
    task.addDoneCallback(done -> {
      calls.add("first " + Thread.currentThread().isInterrupted());
      Thread.currentThread().interrupt();
    });
    task.addDoneCallback(done -> calls.add("second " + Thread.currentThread().isInterrupted()));
    task.run();
    assertFalse(Thread.interrupted());
    assertEquals(List.of("first false", "second false"), calls);
  }

  @Test
  void failureOfACallback_isReportedWithAClearFlag() {
    StubHost host = new StubHost();
    PlainTask<String> task = new PlainTask<>(host, () -> "value");
    task.addDoneCallback(done -> {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("on purpose");
    });
    task.run();
    assertFalse(Thread.interrupted());
    assertEquals(1, host.callbackFailures.size());
    assertFalse(host.reportedInterrupted);
  }

  @Test
  void refusalOfAnExecutor_isReportedWithAClearFlag() {
    StubHost host = new StubHost();
    PlainTask<String> task = new PlainTask<>(host, () -> "value");
    Executor refusing =
        callback -> {
          Thread.currentThread().interrupt();
          throw new RejectedExecutionException("on purpose");
        };
    task.addDoneCallback(done -> calls.add("called"), refusing);
    task.run();
    assertFalse(Thread.interrupted());
    assertEquals(1, host.callbackFailures.size());
    assertFalse(host.reportedInterrupted);
  }

  @Test
  void lateCallbackInsideACallback_eachKeepsItsFlag() {
    HandSettledFuture<String> settled = new HandSettledFuture<>();
    settled.trySucceed("value");
    PlainTask<String> task = new PlainTask<>(new StubHost(), () -> "value");
    task.addDoneCallback(done -> {
      settled.addDoneCallback(late -> Thread.currentThread().interrupt());
      calls.add("left by the late one " + Thread.interrupted());
      Thread.currentThread().interrupt();
      settled.addDoneCallback(late -> calls.add("late " + Thread.currentThread().isInterrupted()));
      calls.add("outer " + Thread.interrupted());
    });
    task.run();
    assertFalse(Thread.interrupted());
    assertEquals(List.of("left by the late one false", "late false", "outer true"), calls);
  }

  @Test
  void completionsInASection_areCalledAtItsEnd() {
    HandSettledFuture<String> first = new HandSettledFuture<>();
    HandSettledFuture<String> second = new HandSettledFuture<>();
    first.addDoneCallback(done -> calls.add("second is done: " + second.isDone()));
    Trampoline section = Trampoline.beginUnlessInCallback(Trampoline.Flag.OF_CALLER);
    first.trySucceed("value");
    second.trySucceed("value");
    calls.add("section ends");
    Trampoline.end(section);
    assertEquals(List.of("section ends", "second is done: true"), calls);
  }

  @Test
  void steppedOutOfACallback_callsAtOnce() {
    HandSettledFuture<String> outer = new HandSettledFuture<>();
    HandSettledFuture<String> inner = new HandSettledFuture<>();
    inner.addDoneCallback(done -> calls.add("inner"));
    outer.addDoneCallback(done -> {
      Trampoline stepped = Trampoline.stepOut();
      inner.trySucceed("inner");
      Trampoline.stepBack(stepped);
      calls.add("outer");
    });
    outer.trySucceed("outer");
    assertEquals(List.of("inner", "outer"), calls);
  }
}
