package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectCollected;
import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.Expect.terminates;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;

/** Section L: what is left of an executor that has ended. */
public interface AftermathRules extends ConformanceRules {
  @Rule(value = "L33", check = "What a cleaner holds of an executor that has ended.")
  default void anEndedExecutorIsLetGo(Kit kit) throws Exception {
    expectCollected("an ended executor to which its own handler refers", ended(kit));
  }

  @Rule(
      value = "L33",
      needs = Capability.INITIALIZER,
      check = "What a cleaner holds of an executor that has broken.")
  default void aBrokenExecutorIsLetGo(Kit kit) {
    expectCollected("a broken executor to which its own handler refers", broken(kit));
  }

  private static WeakReference<TaskExecutor> broken(Kit kit) {
    AtomicReference<TaskExecutor> known = new AtomicReference<>();
    ExecutorConfig config =
        ExecutorConfig.builder()
            .workers(1)
            .initializer(() -> {
              throw new IllegalStateException("on purpose");
            })
            .callbackFailureHandler((future, failure) -> known.get().execute(() -> {}))
            .build();
    TaskExecutor executor = kit.provider().open(config);
    known.set(executor);
    expectDone("the task that asked for a worker", executor.submit(() -> "never run"));
    expectSoon("it terminates", executor::isTerminated);
    return new WeakReference<>(executor);
  }

  /** In a frame of its own, so that nothing refers to the executor afterwards. */
  private static WeakReference<TaskExecutor> ended(Kit kit) throws Exception {
    AtomicReference<TaskExecutor> known = new AtomicReference<>();
    ExecutorConfig config =
        ExecutorConfig.builder()
            .workers(1)
            .callbackFailureHandler((future, failure) -> known.get().execute(() -> {}))
            .build();
    TaskExecutor executor = kit.provider().open(config);
    known.set(executor);
    TaskFuture<String> future = executor.submit(() -> "done");
    expectDone("the task", future);
    executor.shutdown();
    expectTrue("it terminates", terminates(executor));
    return new WeakReference<>(executor);
  }
}
