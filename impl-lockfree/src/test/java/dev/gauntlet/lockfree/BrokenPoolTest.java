package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.lockfree.Probe.Held;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A pool whose initializer fails. */
class BrokenPoolTest {

  @Test
  void runsNothingThatIsJoinedWhileOthersAreRefused() throws Exception {
    AtomicInteger initialized = new AtomicInteger();
    CountDownLatch fail = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(2)
                .initializer(() -> {
                  if (initialized.incrementAndGet() == 2) {
                    Probe.awaitUninterruptibly(fail);
                    throw new IllegalStateException("on purpose");
                  }
                }));
    AtomicInteger ran = new AtomicInteger();
    TaskFuture<Throwable> body =
        executor.submit(() -> {
          TaskFuture<?> first = executor.submit(ran::incrementAndGet);
          TaskFuture<?> second = executor.submit(ran::incrementAndGet);
          CountDownLatch refusing = Probe.holdUpAt(first, goOn);
          fail.countDown();
          Probe.await(refusing);
          return second.exception();
        });
    try {
      assertInstanceOf(BrokenExecutorException.class, Probe.get(body));
    } finally {
      goOn.countDown();
    }
    Probe.close(executor);
    assertEquals(0, ran.get());
  }

  @Test
  void failsWhatIsPendingWithAnExceptionEach() throws Exception {
    CountDownLatch initializing = new CountDownLatch(1);
    CountDownLatch fail = new CountDownLatch(1);
    IllegalStateException cause = new IllegalStateException("on purpose");
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(1)
                .initializer(() -> {
                  initializing.countDown();
                  Probe.awaitUninterruptibly(fail);
                  throw cause;
                }));
    AtomicInteger ran = new AtomicInteger();
    TaskFuture<?> first = executor.submit(ran::incrementAndGet);
    TaskFuture<?> cancelled = executor.submit(ran::incrementAndGet);
    executor.execute(ran::incrementAndGet);
    TaskFuture<?> second = executor.submit(ran::incrementAndGet);
    Probe.await(initializing);
    assertTrue(cancelled.cancel());
    fail.countDown();
    Throwable failure1 = first.exception(Duration.ofSeconds(30));
    Throwable failure2 = second.exception(Duration.ofSeconds(30));
    assertSame(cause, assertInstanceOf(BrokenExecutorException.class, failure1).getCause());
    assertSame(cause, assertInstanceOf(BrokenExecutorException.class, failure2).getCause());
    assertNotSame(failure1, failure2);
    assertFalse(first.cancel());
    assertThrows(BrokenExecutorException.class, () -> executor.submit(() -> {}));
    assertTrue(executor.isShutdown());
    Probe.close(executor);
    assertEquals(0, ran.get());
  }

  @Test
  void letsNothingSucceedAfterSomethingWasRefused() throws Exception {
    AtomicInteger initialized = new AtomicInteger();
    CountDownLatch fail = new CountDownLatch(1);
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(2)
                .initializer(() -> {
                  if (initialized.getAndIncrement() > 0) {
                    Probe.awaitUninterruptibly(fail);
                    throw new IllegalStateException("on purpose");
                  }
                }));
    Held held = new Held(executor);
    TaskFuture<?> first = executor.submit(() -> {});
    Probe.until("a second worker is initialized", () -> initialized.get() == 2);
    List<TaskFuture<?>> pending = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      pending.add(executor.submit(() -> {}));
    }
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch refused = Probe.holdUpAt(first, goOn);
    fail.countDown();
    Probe.await(refused);
    held.release();
    for (TaskFuture<?> task : pending) {
      assertInstanceOf(BrokenExecutorException.class, task.exception(Duration.ofSeconds(30)));
    }
    goOn.countDown();
    Probe.get(held.future);
    Probe.close(executor);
  }

  /** A pool whose initializer fails ends by itself; nobody has to shut it down. */
  @Test
  void aBrokenExecutor_toWhichItsHandlerRefers_isCollected() throws Exception {
    WeakReference<?> broken = breakOneToWhichItsHandlerRefers();
    Probe.untilCollected("an executor that was broken", broken);
  }

  private static WeakReference<?> breakOneToWhichItsHandlerRefers() throws Exception {
    AtomicReference<TaskExecutor> self = new AtomicReference<>();
    TaskExecutor executor =
        Probe.open(config ->
            config
                .workers(1)
                .initializer(() -> {
                  throw new IllegalStateException("on purpose");
                })
                .callbackFailureHandler((future, failure) -> self.get()));
    self.set(executor);
    TaskFuture<?> failed = executor.submit(() -> {});
    assertInstanceOf(BrokenExecutorException.class, failed.exception(Duration.ofSeconds(30)));
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
    return new WeakReference<>(executor);
  }
}
