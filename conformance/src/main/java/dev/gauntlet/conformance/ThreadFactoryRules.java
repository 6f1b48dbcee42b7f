package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.Nothing.nothing;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Capability;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Section L: what an executor makes of the threads that a factory gives it, or does not. */
public interface ThreadFactoryRules extends ConformanceRules {
  /** More bytes than an address space has: the system refuses to start such a thread. */
  long IMPOSSIBLE_STACK = 1L << 50;

  private static TaskExecutor with(Kit kit, int workers, ThreadFactory threads) {
    return kit.open(config -> config.workers(workers).threadFactory(threads));
  }

  private static ThreadFactory failing(
      AtomicBoolean fails, ThreadFactory otherwise, boolean thrown) {
    return body -> {
      if (!fails.get()) {
        return otherwise.newThread(body);
      }
      if (thrown) {
        throw new IllegalStateException("no thread, on purpose");
      }
      return nothing();
    };
  }

  @Rule(
      value = "L17",
      needs = {Capability.CUSTOM_THREADS, Capability.BOUNDED_WORKERS},
      check = "What a submit does when it gets no thread and there is no other worker.")
  default void withoutAnyThreadASubmitIsRefused(Kit kit) {
    for (boolean thrown : new boolean[] {false, true}) {
      AtomicBoolean fails = new AtomicBoolean(true);
      AtomicInteger ran = new AtomicInteger();
      TaskExecutor executor =
          with(kit, 1, failing(fails, Thread.ofPlatform().daemon().factory(), thrown));
      RejectedExecutionException refused =
          expectThrows(
              "a submit without a thread",
              RejectedExecutionException.class,
              () -> executor.submit(ran::incrementAndGet));
      if (thrown) {
        expectTrue(
            "the cause is what the factory threw",
            refused.getCause() instanceof IllegalStateException,
            Expect.describe(refused.getCause()));
      }
      fails.set(false);
      expectDone("a submit that gets a thread", executor.submit(() -> {}));
      expectEquals("how often the refused body ran", 0, ran.get());
    }
  }

  @Rule(
      value = "L17",
      needs = {Capability.CUSTOM_THREADS, Capability.BOUNDED_WORKERS},
      check = "What a submit does when it gets no thread while another worker lives.")
  default void withALiveWorkerItGoesOnWithFewer(Kit kit) {
    AtomicBoolean fails = new AtomicBoolean();
    TaskExecutor executor =
        with(kit, 2, failing(fails, Thread.ofPlatform().daemon().factory(), false));
    Gate gate = kit.occupy(executor, 1);
    fails.set(true);
    TaskFuture<String> queued = executor.submit(() -> "later");
    gate.open();
    expectDone("a task for which there was no second thread", queued);
  }

  @Rule(
      value = "L18",
      needs = {Capability.CUSTOM_THREADS, Capability.BOUNDED_WORKERS},
      check = "What is left of a task whose thread did not start.")
  default void aFailedStartLeavesNoGhost(Kit kit) {
    AtomicBoolean fails = new AtomicBoolean(true);
    TaskExecutor executor =
        with(
            kit,
            1,
            body ->
                Thread.ofPlatform()
                    .daemon()
                    .stackSize(fails.get() ? IMPOSSIBLE_STACK : 0)
                    .unstarted(body));
    AtomicInteger ran = new AtomicInteger();
    RejectedExecutionException refused =
        expectThrows(
            "a submit whose thread does not start",
            RejectedExecutionException.class,
            () -> executor.submit(ran::incrementAndGet));
    expectTrue(
        "its cause is the OutOfMemoryError of the start",
        refused.getCause() instanceof OutOfMemoryError,
        Expect.describe(refused.getCause()));
    fails.set(false);
    expectDone("a later task", executor.submit(() -> {}));
    expectEquals("how often the refused body ran", 0, ran.get());
  }

  @Rule(
      value = "L19",
      needs = {Capability.CUSTOM_THREADS, Capability.BOUNDED_WORKERS},
      check = "What the executor does with an IllegalThreadStateException of start().")
  default void aStartedThreadCountsAsNone(Kit kit) throws Exception {
    AtomicBoolean fails = new AtomicBoolean(true);
    Thread used = Thread.ofPlatform().daemon().start(() -> {});
    used.join();
    TaskExecutor executor =
        with(kit, 1, body -> fails.get() ? used : Thread.ofPlatform().daemon().unstarted(body));
    RejectedExecutionException refused =
        expectThrows(
            "a submit whose thread has ended before",
            RejectedExecutionException.class,
            () -> executor.submit(() -> {}));
    expectTrue(
        "its cause is an IllegalThreadStateException",
        refused.getCause() instanceof IllegalThreadStateException,
        Expect.describe(refused.getCause()));
    fails.set(false);
    expectDone("a later task", executor.submit(() -> {}));
  }

  @Rule(
      value = "L32",
      needs = {Capability.CUSTOM_THREADS, Capability.BOUNDED_WORKERS},
      check = "Which locks are held while the thread factory is called.")
  default void aReentrantThreadFactoryDoesNotDeadlock(Kit kit) {
    AtomicReference<TaskExecutor> own = new AtomicReference<>();
    AtomicBoolean entered = new AtomicBoolean();
    AtomicReference<TaskFuture<?>> inner = new AtomicReference<>();
    TaskExecutor executor =
        with(
            kit,
            2,
            body -> {
              if (entered.compareAndSet(false, true)) {
                inner.set(own.get().submit(() -> {}));
              }
              return Thread.ofPlatform().daemon().unstarted(body);
            });
    own.set(executor);
    Caller<TaskFuture<String>> submitter =
        kit.call("a submit with a re-entrant factory", () -> executor.submit(() -> "outer"));
    expectDone("the outer task", submitter.result());
    expectDone("the task that the factory submitted", inner.get());
  }

  @Rule(
      value = "L32",
      needs = {Capability.CUSTOM_THREADS, Capability.BOUNDED_WORKERS},
      check = "Which locks are held while the thread factory is called.")
  default void aFactoryThatShutsDownDoesNotDeadlock(Kit kit) {
    AtomicReference<TaskExecutor> own = new AtomicReference<>();
    TaskExecutor executor =
        with(
            kit,
            1,
            body -> {
              own.get().shutdown();
              return Thread.ofPlatform().daemon().unstarted(body);
            });
    own.set(executor);
    Caller<Boolean> submitter =
        kit.call(
            "a submit whose factory shuts down",
            () -> {
              try {
                expectDone("the accepted task", executor.submit(() -> {}));
              } catch (RejectedExecutionException refused) {
                // The shutdown came first: that is right, too.
              }
              return true;
            });
    submitter.result();
    expectSoon("it terminates", executor::isTerminated);
  }
}
