package dev.gauntlet.locking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator is told of. */
class DiagnosticsTest {
  private static final Logger LOGGER = Logger.getLogger("dev.gauntlet.locking");

  private final RuntimeException cause = new IllegalStateException("on purpose");
  private final List<LogRecord> logged = new CopyOnWriteArrayList<>();

  @BeforeEach
  void begin() {
    LOGGER.setFilter(entry -> {
      listen(entry);
      return false;
    });
  }

  @AfterEach
  void end() {
    LOGGER.setFilter(null);
  }

  private void listen(LogRecord entry) {
    Throwable thrown = entry.getThrown();
    if (thrown == cause || (thrown != null && thrown.getCause() == cause)) {
      logged.add(entry);
    }
  }

  @Test
  void aWorkerThatCouldNotBeStarted_isReportedOnce_ifNoSubmitterLearnsOfIt() throws Exception {
    AtomicInteger threads = new AtomicInteger();
    TaskExecutor executor = openOnlyTheFirstOf(2, threads);
    Probe.Held held = new Probe.Held(executor);
    TaskFuture<?> queued = executor.submit(() -> {});
    assertLogged("a worker could not be started");
    TaskFuture<?> another = executor.submit(() -> {});
    assertEquals(3, threads.get());
    held.release();
    Probe.get(queued);
    Probe.get(another);
    Probe.close(executor);
    assertEquals(1, logged.size());
  }

  @Test
  void anExecutorThatBreaks_isReported() throws Exception {
    TaskExecutor executor =
        new LockingProvider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .initializer(() -> {
                      throw cause;
                    })
                    .build());
    TaskFuture<?> refused = executor.submit(() -> {});
    ExecutionException failure = assertThrows(ExecutionException.class, () -> Probe.get(refused));
    assertTrue(failure.getCause() instanceof BrokenExecutorException);
    Probe.close(executor);
    assertLogged("an initializer failed");
  }

  @Test
  void anUncaughtExceptionHandlerThatThrows_isReported() throws Exception {
    TaskExecutor executor =
        open(
            1,
            body -> {
              Thread thread = new Thread(body);
              thread.setUncaughtExceptionHandler((dead, failure) -> {
                throw cause;
              });
              return thread;
            });
    executor.execute(() -> {
      throw new IllegalArgumentException("for the handler, on purpose");
    });
    Probe.close(executor);
    assertLogged("an uncaught-exception handler threw");
  }

  @Test
  void aThreadThatRefusesAnInterrupt_isReported() throws Exception {
    TaskExecutor executor = open(1, body -> new RefusesInterrupts(body, cause));
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    TaskFuture<?> future =
        executor.submit(() -> {
          running.countDown();
          Probe.awaitUninterruptibly(release);
        });
    Probe.await(running);
    assertTrue(future.cancel(true));
    release.countDown();
    Probe.close(executor);
    assertLogged("could not be interrupted");
  }

  @Test
  void aWaiterThatThrows_isReported_andTheNextOneIsTold() {
    LockingPromise<String> promise = new LockingPromise<>();
    AtomicInteger told = new AtomicInteger();
    promise.addWaiter(done -> {
      throw cause;
    });
    promise.addWaiter(done -> told.incrementAndGet());
    promise.trySucceed("done");
    assertEquals(1, told.get());
    assertLogged("a waiter threw");
  }

  @Test
  void aLoggerThatThrows_keepsNothingFromGoingOn() throws Exception {
    LOGGER.setFilter(entry -> {
      listen(entry);
      throw new IllegalStateException("a logger that throws, on purpose");
    });
    TaskExecutor executor = openOnlyTheFirstOf(2, new AtomicInteger());
    Probe.Held held = new Probe.Held(executor);
    TaskFuture<String> queued = executor.submit(() -> "queued");
    assertEquals(1, logged.size());
    held.release();
    assertEquals("queued", Probe.get(queued));
    Probe.close(executor);
  }

  /** Opens a pool of which the first thread can be made, and no other. */
  private TaskExecutor openOnlyTheFirstOf(int workers, AtomicInteger threads) {
    return open(
        workers,
        body -> {
          if (threads.incrementAndGet() > 1) {
            throw cause;
          }
          return new Thread(body);
        });
  }

  private static TaskExecutor open(int workers, ThreadFactory factory) {
    return new LockingProvider()
        .open(ExecutorConfig.builder().workers(workers).threadFactory(factory).build());
  }

  /** Holds that one warning was logged because of {@link #cause}. */
  private void assertLogged(String text) {
    assertEquals(1, logged.size());
    assertEquals(Level.WARNING, logged.get(0).getLevel());
    assertTrue(logged.get(0).getMessage().contains(text), logged.get(0).getMessage());
  }

  /** A thread of a user's class that cannot be interrupted. */
  private static final class RefusesInterrupts extends Thread {
    private final RuntimeException refusal;

    RefusesInterrupts(Runnable body, RuntimeException refusal) {
      super(body);
      this.refusal = refusal;
    }

    @Override
    public void interrupt() {
      throw refusal;
    }
  }
}
