package dev.gauntlet.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;

/** The peers that are no ExecutorService by themselves. */
class ThinServicesTest {

  @Test
  void completableFuture_checkedException_arrivesAsThrown() {
    IOException thrown = new IOException("disk");
    try (ExecutorService raw = new CompletableFuturePeer().openRaw(Peers.oneWorker())) {
      Future<String> future =
          raw.submit(() -> {
            throw thrown;
          });
      assertInstanceOf(CompletableFuture.class, future);
      assertSame(thrown, assertThrows(ExecutionException.class, future::get).getCause());
      assertInstanceOf(CompletableFuture.class, raw.submit(() -> {}));
      assertInstanceOf(CompletableFuture.class, raw.submit(() -> {}, "given"));
    }
  }

  @Test
  void jetty_shutdown_dropsWhatIsQueued() throws Exception {
    QueuedThreadPool pool = new QueuedThreadPool(/* maxThreads= */ 1, /* minThreads= */ 1);
    pool.setReservedThreads(0);
    ExecutorService raw = QueuedThreadPoolService.start(pool);
    Gate gate = new Gate();
    Future<String> running = raw.submit(gate);
    gate.awaitStarted();
    Future<String> queued = raw.submit(() -> "queued");
    raw.shutdown();
    assertThrows(RejectedExecutionException.class, () -> raw.submit(() -> "late"));
    awaitNoMoreJobs(pool);
    gate.open();
    assertTrue(raw.awaitTermination(1, TimeUnit.DAYS));
    assertEquals("through", running.get());
    assertFalse(queued.isDone());
  }

  /** The stop is on its way in another thread: no job is taken once the pool counts no threads. */
  private static void awaitNoMoreJobs(QueuedThreadPool pool) {
    while (pool.getThreads() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void jetty_shutdownNow_interruptsAtOnce() throws Exception {
    ExecutorService raw = new JettyPeer().openRaw(Peers.oneWorker());
    CountDownLatch started = new CountDownLatch(1);
    Future<String> running =
        raw.submit(() -> {
          started.countDown();
          new CountDownLatch(1).await();
          return "never";
        });
    started.await();
    assertEquals(List.of(), raw.shutdownNow());
    ExecutionException failed = assertThrows(ExecutionException.class, running::get);
    assertInstanceOf(InterruptedException.class, failed.getCause());
    assertTrue(raw.awaitTermination(1, TimeUnit.DAYS));
  }

  @Test
  void callerRuns_runsOnTheSubmitterUntilShutDown() throws Exception {
    ExecutorService raw = new CallerRunsPeer().openRaw(Peers.oneWorker());
    Future<Thread> future = raw.submit(Thread::currentThread);
    assertTrue(future.isDone());
    assertSame(Thread.currentThread(), future.get());
    assertFalse(raw.awaitTermination(0, TimeUnit.NANOSECONDS));
    raw.shutdown();
    assertThrows(RejectedExecutionException.class, () -> raw.execute(() -> {}));
    assertTrue(raw.awaitTermination(0, TimeUnit.NANOSECONDS));
  }
}
