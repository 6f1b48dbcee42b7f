package dev.gauntlet.conformance;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Capability;

/**
 * What has to add up after every test, whatever its rule was about: each submitted task succeeded,
 * failed or was cancelled; each callback was called once; no waiter is left in a future; workers
 * have a clear interrupt flag; there never were more of them than allowed; and the executor ends
 * when it is asked to. An executor that the test has shut down itself answers only for its
 * callbacks, waiters and number of workers: the test has looked at the rest.
 */
final class Conservation {
  private final Kit kit;

  Conservation(Kit kit) {
    this.kit = kit;
  }

  void check() throws InterruptedException {
    kit.openGates();
    for (TrackedExecutor executor : kit.executors()) {
      if (!executor.isShutDownByTest()) {
        checkFutures(executor);
        checkFlags(executor);
        checkTermination(executor);
      }
      checkWorkers(executor);
    }
    kit.probes().forEach(Conservation::checkCallbacks);
    kit.countedFutures().forEach(Conservation::checkWaiters);
  }

  private static void checkFutures(TrackedExecutor executor) {
    for (TaskFuture<?> future : executor.futures()) {
      Expect.expectDone("(after the test) every submitted task", future);
    }
  }

  private void checkFlags(TrackedExecutor executor) throws InterruptedException {
    if (!kit.has(Capability.SHARED_MEMORY)
        || !kit.has(Capability.ASYNCHRONOUS)
        || executor.isShutdown()) {
      return;
    }
    TaskFuture<Boolean> flag = executor.submit(() -> Thread.currentThread().isInterrupted());
    Expect.expectDone("(after the test) a further task", flag);
    Expect.expectEquals("(after the test) the interrupt flag of a worker", false, flag.result());
  }

  private static void checkTermination(TrackedExecutor executor) throws InterruptedException {
    executor.subject().shutdown();
    Expect.expectTrue(
        "(after the test) the executor terminates after shutdown()",
        Expect.terminates(executor.subject()));
  }

  /** A worker that an escaping Throwable kills may still be ending when its successor starts. */
  private void checkWorkers(TrackedExecutor executor) {
    if (!kit.has(Capability.CUSTOM_THREADS) || !kit.has(Capability.BOUNDED_WORKERS)) {
      return;
    }
    int most = executor.workers().mostLive() - executor.workers().uncaught().size();
    Expect.expectTrue(
        "(after the test) at most " + executor.config().workers() + " workers were alive at once",
        most <= executor.config().workers(),
        most + " were");
  }

  private static void checkCallbacks(CallbackProbe probe) {
    Expect.expectSoon(
        "(after the test) each callback is called",
        () -> probe.calls().size() >= probe.registrations());
    Expect.expectEquals(
        "(after the test) the number of calls of a callback registered "
            + probe.registrations()
            + " times",
        probe.registrations(),
        probe.calls().size());
  }

  private static void checkWaiters(CountedFuture<?> future) {
    Expect.expectEquals(
        "(after the test) the number of waiters left in a future", 0, future.waiters());
    Expect.expectEquals(
        "(after the test) the number of waiters a future has kept although they left",
        0,
        future.kept());
  }
}
