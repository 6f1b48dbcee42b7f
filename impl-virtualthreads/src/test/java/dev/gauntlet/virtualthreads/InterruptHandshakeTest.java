package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskState;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** C8, C15, I2, I6: an interrupt reaches its body or nothing. */
class InterruptHandshakeTest {
  private final StubHost host = new StubHost();

  /** A worker whose interrupt stops half way, as if the canceller were descheduled there. */
  private static final class SlowlyInterrupted extends Thread {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch proceed = new CountDownLatch(1);

    SlowlyInterrupted(Runnable body) {
      super(body);
    }

    @Override
    public void interrupt() {
      entered.countDown();
      Await.latchUninterruptibly(proceed);
      super.interrupt();
    }
  }

  @Test
  void runner_interrupterUnderWay_parksUntilItIsOut() {
    CountDownLatch bodyMayEnd = new CountDownLatch(1);
    PlainTask<String> task =
        new PlainTask<>(
            host,
            () -> {
              Await.latchUninterruptibly(bodyMayEnd);
              return "dropped";
            });
    AtomicReference<Boolean> flagAfterwards = new AtomicReference<>();
    SlowlyInterrupted worker =
        new SlowlyInterrupted(() -> {
          task.run();
          flagAfterwards.set(Thread.currentThread().isInterrupted());
        });
    worker.start();
    Await.until("the body runs", () -> task.taskState() == TaskState.RUNNING);
    Thread canceller = Thread.ofPlatform().start(() -> task.cancel(true));
    Await.latch(worker.entered);
    assertEquals(TaskState.CANCELLED, task.taskState());
    bodyMayEnd.countDown();
    Await.until("the body is off the stack", () -> !StateWord.has(task.word(), StateWord.ON_TOP));
    Await.until("the runner waits", () -> StateWord.has(task.word(), StateWord.AWAITED));
    Await.parked(worker);
    assertEquals(null, flagAfterwards.get());
    worker.proceed.countDown();
    Await.ended(worker);
    Await.ended(canceller);
    assertEquals(false, flagAfterwards.get());
    assertEquals(0, StateWord.interrupters(task.word()));
  }

  @Test
  void cancelTrue_interruptThrows_cancelsAllTheSame() throws Exception {
    CountDownLatch bodyMayEnd = new CountDownLatch(1);
    PlainTask<String> task =
        new PlainTask<>(
            host,
            () -> {
              Await.latch(bodyMayEnd);
              return "dropped";
            });
    AtomicInteger calls = new AtomicInteger();
    task.addDoneCallback(done -> calls.incrementAndGet());
    Thread worker =
        new Thread(task) {
          @Override
          public void interrupt() {
            throw new SecurityException("on purpose");
          }
        };
    worker.start();
    Await.until("the body runs", () -> task.taskState() == TaskState.RUNNING);
    assertTrue(task.cancel(true));
    assertEquals(1, calls.get());
    bodyMayEnd.countDown();
    Await.ended(worker);
    assertEquals(TaskState.CANCELLED, task.taskState());
  }

  @Test
  void cancelTrue_bodyCovered_isDeliveredWhenUncovered() {
    AtomicReference<Boolean> whileCovered = new AtomicReference<>();
    AtomicReference<Boolean> uncovered = new AtomicReference<>();
    AtomicReference<PlainTask<?>> self = new AtomicReference<>();
    PlainTask<?> task =
        new PlainTask<>(
            host,
            () -> {
              PlainTask<?> mine = self.get();
              assertFalse(mine.cover());
              assertTrue(mine.cancel(true));
              whileCovered.set(Thread.currentThread().isInterrupted());
              mine.uncover(false);
              uncovered.set(Thread.currentThread().isInterrupted());
              return null;
            });
    self.set(task);
    task.run();
    assertEquals(false, whileCovered.get());
    assertEquals(true, uncovered.get());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void cover_interruptPending_handsItOverAndBack() {
    AtomicReference<PlainTask<?>> self = new AtomicReference<>();
    PlainTask<Boolean> task =
        new PlainTask<>(
            host,
            () -> {
              PlainTask<?> mine = self.get();
              Thread.currentThread().interrupt();
              boolean pending = mine.cover();
              boolean clearBelow = !Thread.currentThread().isInterrupted();
              mine.uncover(pending);
              return pending && clearBelow && Thread.interrupted();
            });
    self.set(task);
    task.run();
    assertEquals(true, task.resultNow());
  }

  @Test
  void interruptToStop_twice_interruptsOnce() {
    AtomicReference<PlainTask<?>> self = new AtomicReference<>();
    PlainTask<Boolean> task =
        new PlainTask<>(
            host,
            () -> {
              self.get().interruptToStop();
              boolean first = Thread.interrupted();
              self.get().interruptToStop();
              return first && !Thread.interrupted();
            });
    self.set(task);
    task.run();
    assertEquals(true, task.resultNow());
  }

  @Test
  void interruptToStop_bodyOnCaller_doesNothing() {
    AtomicReference<PlainTask<?>> self = new AtomicReference<>();
    PlainTask<Boolean> task =
        new PlainTask<>(
            host,
            () -> {
              self.get().interruptToStop();
              return Thread.currentThread().isInterrupted();
            });
    self.set(task);
    task.runOnCaller();
    assertEquals(false, task.resultNow());
  }

  /** Each round races cancel(true) with the end of the body; the flag is looked at right after. */
  @Test
  void cancelTrue_racesWithTheEnd_neverLeaksAnInterrupt() {
    for (int round = 0; round < 20_000; round++) {
      PlainTask<String> task = new PlainTask<>(host, () -> "done");
      Thread canceller = Thread.ofVirtual().start(() -> task.cancel(true));
      task.run();
      assertFalse(Thread.currentThread().isInterrupted(), "right after the task");
      Await.ended(canceller);
      assertFalse(Thread.interrupted(), "when the canceller is gone");
      assertEquals(0, StateWord.interrupters(task.word()));
    }
  }
}
