package dev.gauntlet.virtualthreads;

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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator is told of. */
class DiagnosticsTest {
  private static final Logger LOGGER = Logger.getLogger("dev.gauntlet.virtualthreads");

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
    CountDownLatch gate = new CountDownLatch(1);
    try (TaskExecutor executor = openOnlyTheFirstOf(2, threads)) {
      executor.submit(() -> Await.latchUninterruptibly(gate));
      TaskFuture<?> queued = executor.submit(() -> {});
      assertLogged("a worker could not be started");
      executor.submit(() -> {});
      assertEquals(3, threads.get());
      gate.countDown();
      queued.get();
    }
    assertEquals(1, logged.size());
  }

  @Test
  void anExecutorThatBreaks_isReported() {
    ExecutorConfig config =
        ExecutorConfig.builder()
            .workers(1)
            .initializer(() -> {
              throw cause;
            })
            .build();
    try (TaskExecutor executor = new BoundedVirtualThreadProvider().open(config)) {
      TaskFuture<?> refused = executor.submit(() -> {});
      ExecutionException failure = assertThrows(ExecutionException.class, refused::get);
      assertTrue(failure.getCause() instanceof BrokenExecutorException);
    }
    assertLogged("the initializer of a worker failed");
  }

  @Test
  void aLoggerThatThrows_keepsNothingFromGoingOn() throws Exception {
    LOGGER.setFilter(entry -> {
      listen(entry);
      throw new IllegalStateException("a logger that throws, on purpose");
    });
    CountDownLatch gate = new CountDownLatch(1);
    try (TaskExecutor executor = openOnlyTheFirstOf(2, new AtomicInteger())) {
      executor.submit(() -> Await.latchUninterruptibly(gate));
      TaskFuture<String> queued = executor.submit(() -> "queued");
      assertEquals(1, logged.size());
      gate.countDown();
      assertEquals("queued", queued.get());
    }
  }

  /** Opens a pool of which the first thread can be made, and no other. */
  private TaskExecutor openOnlyTheFirstOf(int workers, AtomicInteger threads) {
    ExecutorConfig config = ExecutorConfig.builder().workers(workers).build();
    return new VirtualThreadExecutor(
        new BoundedPool(
            config,
            body -> {
              if (threads.incrementAndGet() > 1) {
                throw cause;
              }
              return Thread.ofVirtual().unstarted(body);
            }));
  }

  /** Holds that one warning was logged because of {@link #cause}. */
  private void assertLogged(String text) {
    assertEquals(1, logged.size());
    assertEquals(Level.WARNING, logged.get(0).getLevel());
    assertTrue(logged.get(0).getMessage().contains(text), logged.get(0).getMessage());
  }
}
