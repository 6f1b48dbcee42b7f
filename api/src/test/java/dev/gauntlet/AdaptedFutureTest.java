package dev.gauntlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.FutureWaiter;
import dev.gauntlet.spi.WaitableFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class AdaptedFutureTest {

  @Test
  void adapt_aTaskFuture_returnsItself() {
    TaskFuture<String> adapted = TaskFutures.adapt(new CompletableFuture<>());
    assertSame(adapted, TaskFutures.adapt(adapted));
  }

  @Test
  void cancel_python_doesNotTouchIt() {
    CompletableFuture<String> source = new CompletableFuture<>();
    TaskFuture<String> future = TaskFutures.adapt(source);
    assertEquals(TaskState.RUNNING, future.taskState());
    assertFalse(future.cancel());
    assertFalse(source.isCancelled());
    assertTrue(future.cancel(false));
    assertTrue(future.cancel());
    assertEquals(TaskState.CANCELLED, future.taskState());
    assertThrows(CancellationException.class, future::result);
  }

  @Test
  void result_ofAFailure_unwraps() throws Exception {
    Exception checked = new Exception("checked");
    TaskFuture<String> failed = TaskFutures.adapt(CompletableFuture.failedFuture(checked));
    assertSame(checked, failed.exception());
    CompletionException thrown = assertThrows(CompletionException.class, failed::result);
    assertSame(checked, thrown.getCause());
    IllegalStateException unchecked = new IllegalStateException("unchecked");
    TaskFuture<String> other = TaskFutures.adapt(CompletableFuture.failedFuture(unchecked));
    assertSame(unchecked, assertThrows(IllegalStateException.class, other::result));
  }

  @Test
  void result_timed_timesOut() {
    TaskFuture<String> open = TaskFutures.adapt(new CompletableFuture<>());
    assertThrows(TimeoutException.class, () -> open.result(Duration.ZERO));
    assertThrows(TimeoutException.class, () -> open.exception(Duration.ofSeconds(-1)));
  }

  @Test
  void callbacks_ofAPlainFuture_runOnceItIsDone() throws Exception {
    FutureTask<String> source = new FutureTask<>(() -> "value");
    TaskFuture<String> future = TaskFutures.adapt(source);
    List<Integer> order = new ArrayList<>();
    CountDownLatch called = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      int index = i;
      future.addDoneCallback(done -> {
        order.add(index);
        called.countDown();
        throw new IllegalStateException("contained");
      });
    }
    source.run();
    assertTrue(called.await(10, TimeUnit.SECONDS));
    assertEquals(List.of(0, 1, 2), order);
    List<String> late = new ArrayList<>();
    future.addDoneCallback(done -> late.add(done.resultNow()));
    assertEquals(List.of("value"), late);
  }

  @Test
  void callbacks_onAnExecutor_areHandedOver() throws Exception {
    TaskFuture<String> future = TaskFutures.adapt(CompletableFuture.completedFuture("value"));
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    future.addDoneCallback(
        done -> ran.complete(Thread.currentThread()), Thread.ofVirtual().factory()::newThread);
    assertFalse(ran.isDone(), "a factory does not start its thread");
    future.addDoneCallback(
        done -> ran.complete(Thread.currentThread()), Thread::startVirtualThread);
    assertTrue(ran.get(10, TimeUnit.SECONDS).isVirtual());
  }

  @Test
  void isCancelled_isThatOfTheSource() {
    CompletableFuture<String> source = new CompletableFuture<>();
    TaskFuture<String> future = TaskFutures.adapt(source);
    assertFalse(future.isCancelled());
    source.cancel(false);
    assertTrue(future.isCancelled());
    assertFalse(future.cancel(false) && !future.isCancelled());
  }

  @Test
  void cancel_ofADoneSource_isRefused() {
    TaskFuture<String> future = TaskFutures.adapt(CompletableFuture.completedFuture("value"));
    assertFalse(future.cancel(true));
    assertFalse(future.cancel());
  }

  @Test
  void result_ofAnError_rethrowsIt() {
    Error error = new Error("on purpose");
    TaskFuture<String> failed = TaskFutures.adapt(CompletableFuture.failedFuture(error));
    assertSame(error, assertThrows(Error.class, failed::result));
    assertSame(error, assertThrows(Error.class, () -> failed.result(Duration.ofSeconds(1))));
  }

  @Test
  void result_ofAHostileFailure_wrapsIt() {
    Exception hostile = new HostileFailure();
    TaskFuture<String> failed = TaskFutures.adapt(CompletableFuture.failedFuture(hostile));
    assertSame(hostile, assertThrows(CompletionException.class, failed::result).getCause());
  }

  @Test
  void callbacks_ofAHostileFailure_areCalled() {
    Exception hostile = new HostileFailure();
    CountDownLatch called = new CountDownLatch(1);
    TaskFuture<String> failed = TaskFutures.adapt(new RunByItsObserver(hostile));
    failed.addDoneCallback(done -> called.countDown());
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> called.await());
    assertSame(hostile, failed.exceptionNow());
  }

  @Test
  void exception_timed_isTheFailure_orTheWrapperOfNone() throws Exception {
    Exception failure = new Exception("on purpose");
    TaskFuture<String> failed = TaskFutures.adapt(CompletableFuture.failedFuture(failure));
    assertSame(failure, failed.exception(Duration.ofSeconds(1)));
    ExecutionException bare = new ExecutionException("without a cause", null);
    TaskFuture<String> odd = TaskFutures.adapt(new FailingFuture(bare));
    assertSame(bare, odd.exception(Duration.ofSeconds(1)));
    assertSame(bare, assertThrows(CompletionException.class, odd::result).getCause());
  }

  /** Fails only when the adapter waits for it, so that it meets the failure in that wait. */
  private static final class RunByItsObserver extends FutureTask<String> {
    RunByItsObserver(Exception failure) {
      super(() -> {
        throw failure;
      });
    }

    @Override
    public String get() throws InterruptedException, ExecutionException {
      run();
      return super.get();
    }
  }

  private static final class FailingFuture extends FutureTask<String> {
    private final ExecutionException failure;

    FailingFuture(ExecutionException failure) {
      super(() -> "never run");
      this.failure = failure;
    }

    @Override
    public String get() throws ExecutionException {
      throw failure;
    }

    @Override
    public String get(long timeout, TimeUnit unit) throws ExecutionException {
      throw failure;
    }
  }

  @Test
  void removeWaiter_keepsItFromBeingTold() {
    CompletableFuture<String> source = new CompletableFuture<>();
    WaitableFuture<String> future = (WaitableFuture<String>) TaskFutures.adapt(source);
    List<String> told = new ArrayList<>();
    FutureWaiter gone = done -> told.add("gone");
    assertTrue(future.addWaiter(gone));
    assertTrue(future.addWaiter(done -> told.add("there")));
    future.removeWaiter(gone);
    source.complete("value");
    assertEquals(List.of("there"), told);
  }

  @Test
  void toString_namesTheState() {
    String text = TaskFutures.adapt(CompletableFuture.completedFuture("secret")).toString();
    assertTrue(text.contains("SUCCEEDED") && !text.contains("secret"), text);
  }

  @Test
  void aCallbackThatThrows_isLogged() {
    List<LogRecord> logged = new ArrayList<>();
    Logger logger = Logger.getLogger("dev.gauntlet");
    logger.setFilter(entry -> {
      logged.add(entry);
      return false;
    });
    try {
      TaskFutures.adapt(CompletableFuture.completedFuture("value"))
          .addDoneCallback(done -> {
            throw new IllegalStateException("on purpose");
          });
    } finally {
      logger.setFilter(null);
    }
    assertEquals(1, logged.size());
  }

  @Test
  void tryRunInPlace_doesNothing() {
    TaskFuture<String> future = TaskFutures.adapt(new CompletableFuture<>());
    assertFalse(((WaitableFuture<String>) future).tryRunInPlace());
  }

  /** Who comes after a source that could not be observed is not left to nobody (K1). */
  @Test
  void addDoneCallback_afterObservingHasFailed_observesAnew() {
    AtomicBoolean fails = new AtomicBoolean(true);
    CompletableFuture<String> source =
        new CompletableFuture<>() {
          @Override
          public CompletableFuture<String> whenComplete(
              BiConsumer<? super String, ? super Throwable> action) {
            if (fails.getAndSet(false)) {
              throw new OutOfMemoryError("made up");
            }
            return super.whenComplete(action);
          }
        };
    WaitableFuture<String> future = (WaitableFuture<String>) TaskFutures.adapt(source);
    List<String> told = new ArrayList<>();
    assertThrows(OutOfMemoryError.class, () -> future.addWaiter(done -> told.add("refused")));
    future.addDoneCallback(done -> told.add("callback"));
    source.complete("done");
    assertEquals(List.of("callback"), told);
  }
}
