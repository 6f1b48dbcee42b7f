package dev.gauntlet.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every peer does through the adapter. */
class AdaptedExecutorTest {

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void submit_returnsTheValue(PeerProvider peer) throws Exception {
    try (TaskExecutor executor = peer.open(Peers.oneWorker())) {
      assertEquals("value", executor.submit(() -> "value").get());
      assertEquals("given", executor.submit(() -> {}, "given").result());
      TaskFuture<?> runnable = executor.submit(() -> {});
      assertNull(runnable.result(Duration.ofDays(1)));
      assertEquals(TaskState.SUCCEEDED, runnable.taskState());
      assertEquals(Future.State.SUCCESS, runnable.state());
      assertNull(runnable.exception());
      assertFalse(runnable.cancel());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void submit_nullTask_throws(PeerProvider peer) {
    try (TaskExecutor executor = peer.open(Peers.oneWorker())) {
      assertThrows(NullPointerException.class, () -> executor.submit((Callable<String>) null));
      assertThrows(NullPointerException.class, () -> executor.submit((Runnable) null));
      assertThrows(NullPointerException.class, () -> executor.submit(null, "result"));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void submit_failingTask_keepsTheException(PeerProvider peer) throws Exception {
    try (TaskExecutor executor = peer.open(Peers.oneWorker())) {
      TaskFuture<String> future =
          executor.submit(() -> {
            throw new IOException("disk");
          });
      ExecutionException failed = assertThrows(ExecutionException.class, future::get);
      Throwable seen = future.exception();
      assertInstanceOf(IOException.class, seen);
      assertInstanceOf(IOException.class, failed.getCause());
      CompletionException rethrown = assertThrows(CompletionException.class, future::result);
      assertInstanceOf(IOException.class, rethrown.getCause());
      assertInstanceOf(IOException.class, future.exceptionNow());
      assertEquals(TaskState.FAILED, future.taskState());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void result_rethrowsUncheckedExceptionsAndErrors(PeerProvider peer) {
    try (TaskExecutor executor = peer.open(Peers.oneWorker())) {
      TaskFuture<?> unchecked = executor.submit((Runnable) () -> fail(new ArithmeticException()));
      assertThrows(ArithmeticException.class, unchecked::result);
      TaskFuture<?> error = executor.submit((Runnable) () -> fail(new AssertionError()));
      assertThrows(AssertionError.class, () -> error.result(Duration.ofDays(1)));
    }
  }

  private static void fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#asynchronous")
  void runningTask_isRunningAndWaitsTimeOut(PeerProvider peer) throws Exception {
    try (TaskExecutor executor = peer.open(Peers.oneWorker());
        Gate gate = new Gate()) {
      TaskFuture<String> running = executor.submit(gate);
      gate.awaitStarted();
      assertEquals(TaskState.RUNNING, running.taskState());
      assertTrue(running.isRunning());
      assertFalse(running.cancel());
      assertThrows(TimeoutException.class, () -> running.result(Duration.ZERO));
      assertThrows(TimeoutException.class, () -> running.exception(Duration.ZERO));
      assertThrows(TimeoutException.class, () -> running.get(0, TimeUnit.NANOSECONDS));
      gate.open();
      assertEquals("through", running.get());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#queueing")
  void cancel_pendingTask_neverRuns(PeerProvider peer) throws Exception {
    AtomicBoolean ran = new AtomicBoolean();
    try (TaskExecutor executor = peer.open(Peers.oneWorker());
        Gate gate = new Gate()) {
      TaskFuture<String> running = executor.submit(gate);
      gate.awaitStarted();
      TaskFuture<Boolean> pending = executor.submit(() -> ran.getAndSet(true));
      assertEquals(TaskState.PENDING, pending.taskState());
      assertTrue(pending.cancel());
      assertTrue(pending.cancel());
      assertEquals(TaskState.CANCELLED, pending.taskState());
      assertThrows(CancellationException.class, pending::get);
      assertThrows(CancellationException.class, pending::exception);
      gate.open();
      assertEquals("through", running.get());
      assertEquals("next", executor.submit(() -> "next").get());
    }
    assertFalse(ran.get());
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#queueing")
  void submit_everyForm_startsAsPending(PeerProvider peer) throws Exception {
    try (TaskExecutor executor = peer.open(Peers.oneWorker());
        Gate gate = new Gate()) {
      executor.submit(gate);
      gate.awaitStarted();
      CountDownLatch ran = new CountDownLatch(1);
      TaskFuture<?> runnable = executor.submit(ran::countDown);
      TaskFuture<String> withResult = executor.submit(ran::countDown, "given");
      assertEquals(TaskState.PENDING, runnable.taskState());
      assertEquals(TaskState.PENDING, withResult.taskState());
      assertTrue(runnable.cancel());
      assertTrue(withResult.cancel());
      gate.open();
      assertEquals("next", executor.submit(() -> "next").get());
      assertEquals(1, ran.getCount());
    }
  }

  /** The canceller has decided, and the body starts before the peer hears of it. */
  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#queueing")
  void cancel_decidedJustBeforeTheStart_neverRuns(PeerProvider peer) throws Exception {
    if (peer instanceof NettyPeer) {
      return; // Netty's own cancel decides there, in one step
    }
    AtomicBoolean ran = new AtomicBoolean();
    try (TaskExecutor executor = peer.open(Peers.oneWorker());
        Gate gate = new Gate()) {
      executor.submit(gate);
      gate.awaitStarted();
      TaskFuture<Boolean> pending = executor.submit(() -> ran.getAndSet(true));
      assertTrue(claimOf(pending).tryCancel(pending));
      gate.open();
      assertThrows(CancellationException.class, pending::get);
      assertTrue(pending.isCancelled());
      assertTrue(pending.cancel());
      assertFalse(ran.get());
    }
  }

  private static Claim claimOf(TaskFuture<?> future) {
    return future instanceof HookedTask<?> task
        ? task.claim()
        : ((WrappedFuture<?>) future).claim();
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#asynchronous")
  void cancelTrue_runningTask_interruptsWhereDeclared(PeerProvider peer) throws Exception {
    if (!peer.capabilities().contains(Capability.INTERRUPTS_RUNNING_TASKS)) {
      return;
    }
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    try (TaskExecutor executor = peer.open(Peers.oneWorker())) {
      TaskFuture<?> running =
          executor.submit(() -> {
            started.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException expected) {
              interrupted.countDown();
            }
          });
      started.await();
      assertTrue(running.cancel(true));
      assertTrue(running.isCancelled());
      interrupted.await();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#asynchronous")
  void addDoneCallback_runsOnceWithTheFuture(PeerProvider peer) throws Exception {
    try (TaskExecutor executor = peer.open(Peers.oneWorker());
        Gate gate = new Gate()) {
      TaskFuture<String> future = executor.submit(gate);
      gate.awaitStarted();
      CountDownLatch called = new CountDownLatch(2);
      List<TaskFuture<?>> given = new ArrayList<>();
      assertSame(
          future,
          future.addDoneCallback(done -> {
            synchronized (given) {
              given.add(done);
            }
            called.countDown();
          }));
      assertSame(future, future.addDoneCallback(done -> called.countDown(), Runnable::run));
      gate.open();
      called.await();
      synchronized (given) {
        assertEquals(List.of(future), given);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void addDoneCallback_afterTheEnd_runs(PeerProvider peer) throws Exception {
    try (TaskExecutor executor = peer.open(Peers.oneWorker())) {
      TaskFuture<String> future = executor.submit(() -> "done");
      future.get();
      CountDownLatch called = new CountDownLatch(1);
      future.addDoneCallback(done -> called.countDown());
      called.await();
      assertEquals("done", future.toCompletableFuture().get());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#queueing")
  void addDoneCallback_runsWhenCancelled(PeerProvider peer) throws Exception {
    try (TaskExecutor executor = peer.open(Peers.oneWorker());
        Gate gate = new Gate()) {
      executor.submit(gate);
      gate.awaitStarted();
      TaskFuture<String> pending = executor.submit(() -> "never");
      CountDownLatch called = new CountDownLatch(1);
      pending.addDoneCallback(done -> called.countDown());
      pending.cancel();
      gate.open();
      called.await();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void invokeAll_returnsDoneTaskFuturesInOrder(PeerProvider peer) throws Exception {
    try (TaskExecutor executor = peer.open(Peers.oneWorker())) {
      List<Callable<Integer>> tasks = List.of(() -> 1, () -> 2, () -> 3);
      List<Future<Integer>> futures = executor.invokeAll(tasks);
      List<Future<Integer>> timed = executor.invokeAll(tasks, 1, TimeUnit.DAYS);
      for (int i = 0; i < tasks.size(); i++) {
        assertEquals(i + 1, assertInstanceOf(TaskFuture.class, futures.get(i)).resultNow());
        assertEquals(i + 1, assertInstanceOf(TaskFuture.class, timed.get(i)).resultNow());
      }
    }
  }

  /** Netty takes a null task and fails its future; the others throw. */
  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void invokeAll_nullTask_isLeftToThePeer(PeerProvider peer) {
    try (TaskExecutor executor = peer.open(Peers.oneWorker());
        ExecutorService raw = peer.openRaw(Peers.oneWorker())) {
      List<Callable<Integer>> tasks = Arrays.asList(() -> 1, null);
      assertEquals(refusal(raw, tasks), refusal(executor, tasks));
    }
  }

  private static Optional<Class<?>> refusal(
      ExecutorService executor, List<Callable<Integer>> tasks) {
    try {
      executor.invokeAll(tasks);
      return Optional.empty();
    } catch (Exception refused) {
      return Optional.of(refused.getClass());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void invokeAny_returnsAResult(PeerProvider peer) throws Exception {
    try (TaskExecutor executor = peer.open(Peers.oneWorker())) {
      assertEquals("any", executor.invokeAny(List.of(() -> "any")));
      assertEquals("any", executor.invokeAny(List.of(() -> "any"), 1, TimeUnit.DAYS));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void map_yieldsInInputOrder(PeerProvider peer) {
    try (TaskExecutor executor = peer.open(Peers.oneWorker());
        var results = executor.map(word -> word.length(), List.of("a", "bc"))) {
      assertEquals(1, results.next());
      assertEquals(2, results.next());
      assertFalse(results.hasNext());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void shutdown_rejectsAndTerminates(PeerProvider peer) throws Exception {
    TaskExecutor executor = peer.open(Peers.oneWorker());
    CountDownLatch executed = new CountDownLatch(1);
    executor.execute(executed::countDown);
    executed.await();
    assertFalse(executor.isShutdown());
    executor.shutdown();
    assertTrue(executor.isShutdown());
    assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> "late"));
    assertTrue(executor.awaitTermination(1, TimeUnit.DAYS));
    assertTrue(executor.isTerminated());
    executor.close();
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void shutdownNow_idleExecutor_terminates(PeerProvider peer) throws Exception {
    TaskExecutor executor = peer.open(Peers.oneWorker());
    assertEquals("done", executor.submit(() -> "done").get());
    assertEquals(List.of(), executor.shutdownNow());
    assertTrue(executor.awaitTermination(1, TimeUnit.DAYS));
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#queueing")
  void shutdownCancelPending_cancelsWhereTheQueueIsShown(PeerProvider peer) throws Exception {
    boolean shown = peer instanceof FixedPoolPeer || peer instanceof GuavaPeer;
    TaskExecutor executor = peer.open(Peers.oneWorker());
    try (Gate gate = new Gate()) {
      TaskFuture<String> running = executor.submit(gate);
      gate.awaitStarted();
      TaskFuture<String> pending = executor.submit(() -> "pending");
      executor.shutdown(/* cancelPending= */ true);
      assertFalse(running.isDone());
      assertEquals(shown, pending.isCancelled());
      gate.open();
      assertEquals("through", running.get());
    }
    executor.close();
  }
}
