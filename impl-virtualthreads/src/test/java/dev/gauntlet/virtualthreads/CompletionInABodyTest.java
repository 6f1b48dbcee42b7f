package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** C8, I3, K11: the flag when a body completes a future that is not of its pool. */
class CompletionInABodyTest {
  private static final List<ExecutorProvider> PROVIDERS =
      List.of(new VirtualThreadProvider(), new BoundedVirtualThreadProvider());

  private final AtomicReference<Boolean> inCallback = new AtomicReference<>();

  private void look() {
    inCallback.set(Thread.currentThread().isInterrupted());
  }

  private static <T> T inABody(ExecutorProvider provider, Callable<T> body) throws Exception {
    try (TaskExecutor executor = provider.open(ExecutorConfig.defaults())) {
      return executor.submit(body).get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void promise_completedByAnInterruptedBody_callbackMeetsAClearFlag() throws Exception {
    for (ExecutorProvider provider : PROVIDERS) {
      HandSettledFuture<String> promise = new HandSettledFuture<>();
      promise.addDoneCallback(done -> look());
      boolean ofBody =
          inABody(
              provider,
              () -> {
                Thread.currentThread().interrupt();
                promise.trySucceed("value");
                return Thread.interrupted();
              });
      assertEquals(false, inCallback.get(), provider.name());
      assertEquals(true, ofBody, provider.name());
    }
  }

  @Test
  void futureOfAnotherPool_cancelledByAnInterruptedBody_callbackMeetsAClearFlag() throws Exception {
    for (ExecutorProvider provider : PROVIDERS) {
      PlainTask<String> other = new PlainTask<>(new StubHost(), () -> "never");
      other.addDoneCallback(done -> look());
      boolean ofBody =
          inABody(
              provider,
              () -> {
                Thread.currentThread().interrupt();
                other.cancel();
                return Thread.interrupted();
              });
      assertEquals(false, inCallback.get(), provider.name());
      assertEquals(true, ofBody, provider.name());
    }
  }

  @Test
  void promise_completedByACallersVirtualThread_callbackMeetsTheFlagAsItWas() throws Exception {
    try (TaskExecutor bystander = PROVIDERS.get(0).open(ExecutorConfig.defaults())) {
      HandSettledFuture<String> promise = new HandSettledFuture<>();
      promise.addDoneCallback(done -> look());
      Thread caller =
          Thread.startVirtualThread(() -> {
            Thread.currentThread().interrupt();
            promise.trySucceed("value");
          });
      Await.ended(caller);
      assertEquals(true, inCallback.get());
      assertEquals("value", bystander.submit(() -> "value").get());
    }
  }

  @Test
  void flagLeftByACallback_isNotTheBodys() throws Exception {
    for (ExecutorProvider provider : PROVIDERS) {
      HandSettledFuture<String> promise = new HandSettledFuture<>();
      promise.addDoneCallback(done -> Thread.currentThread().interrupt());
      List<Boolean> ofBody =
          inABody(
              provider,
              () -> {
                promise.trySucceed("value");
                boolean first = Thread.interrupted();
                promise.addDoneCallback(late -> Thread.currentThread().interrupt());
                return List.of(first, Thread.interrupted());
              });
      assertEquals(List.of(false, false), ofBody, provider.name());
    }
  }

  @Test
  void flagLeftByACallback_isTheCallersWhoseThreadItIs() {
    HandSettledFuture<String> promise = new HandSettledFuture<>();
    promise.addDoneCallback(done -> Thread.currentThread().interrupt());
    promise.trySucceed("value");
    assertEquals(true, Thread.interrupted());
  }

  @Test
  void interruptOfACanceller_duringACallback_reachesTheBody() throws Exception {
    for (ExecutorProvider provider : PROVIDERS) {
      CompletableFuture<TaskFuture<?>> self = new CompletableFuture<>();
      CompletableFuture<Boolean> ofBody = new CompletableFuture<>();
      HandSettledFuture<String> promise = new HandSettledFuture<>();
      promise.addDoneCallback(done -> cancelFromElsewhere(self.join()));
      try (TaskExecutor executor = provider.open(ExecutorConfig.defaults())) {
        self.complete(
            executor.submit(() -> {
              promise.trySucceed("value");
              ofBody.complete(Thread.interrupted());
            }));
        assertEquals(true, ofBody.get(20, TimeUnit.SECONDS), provider.name());
      }
    }
  }

  private static void cancelFromElsewhere(TaskFuture<?> future) {
    CountDownLatch cancelled = new CountDownLatch(1);
    Thread.startVirtualThread(() -> {
      future.cancel(true);
      cancelled.countDown();
    });
    Await.latchUninterruptibly(cancelled);
  }
}
