package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectSame;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.Expect.terminates;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Section B: the initializer of workers, and the pool that its failure breaks. */
public interface InitializerRules extends ConformanceRules {

  /** What a broken initializer throws: no exception that a pool could expect. */
  final class Broken extends Error {
    private static final long serialVersionUID = 1L;

    Broken() {
      super("the initializer, on purpose");
    }
  }

  /**
   * A pool of one worker whose initializer waits at a gate and then fails. Tasks that are submitted
   * meanwhile are pending when it breaks.
   *
   * @param executor the pool
   * @param gate where the initializer waits
   * @param failure what it throws
   * @param first the task whose submission started the worker
   */
  record BreakingPool(TaskExecutor executor, Gate gate, Broken failure, TaskFuture<?> first) {

    static BreakingPool open(Kit kit) {
      Gate gate = kit.gate();
      Broken failure = new Broken();
      TaskExecutor executor =
          kit.open(config ->
              config
                  .workers(1)
                  .initializer(() -> {
                    gate.passUninterruptibly();
                    throw failure;
                  }));
      TaskFuture<?> first = executor.submit(() -> {});
      gate.expectArrived(1);
      return new BreakingPool(executor, gate, failure, first);
    }

    void breakNow() {
      gate.open();
      expectDone("the future that was pending when the pool broke", first);
      expectSoon("the broken pool is shut down", executor::isShutdown);
    }
  }

  @Rule(
      value = "B1",
      needs = {Capability.INITIALIZER, Capability.BOUNDED_WORKERS},
      check = "Where in the life of a worker the initializer runs.")
  default void theInitializerRunsOncePerWorker(Kit kit) {
    Set<Thread> initialized = ConcurrentHashMap.newKeySet();
    AtomicInteger runs = new AtomicInteger();
    TaskExecutor executor =
        kit.open(config ->
            config
                .workers(2)
                .initializer(() -> {
                  runs.incrementAndGet();
                  initialized.add(Thread.currentThread());
                }));
    Set<Thread> used = ConcurrentHashMap.newKeySet();
    Gate gate = kit.gate();
    for (int i = 0; i < 2; i++) {
      executor.submit(() -> {
        expectTrue("the initializer ran first", initialized.contains(Thread.currentThread()));
        used.add(Thread.currentThread());
        gate.passUninterruptibly();
      });
    }
    gate.expectArrived(2);
    gate.open();
    List<TaskFuture<Boolean>> later = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      later.add(executor.submit(() -> initialized.contains(Thread.currentThread())));
    }
    later.forEach(future -> expectDone("a task", future));
    later.forEach(future -> expectEquals("the worker was initialized", true, future.resultNow()));
    expectEquals("each initialized thread was initialized once", initialized.size(), runs.get());
    expectTrue("every used worker was initialized", initialized.containsAll(used));
  }

  @Rule(
      value = "B1",
      needs = {
        Capability.INITIALIZER,
        Capability.BLOCKS_WHEN_FULL,
        Capability.BOUNDED_QUEUE,
        Capability.BOUNDED_WORKERS
      },
      check = "What a submit of the initializer does that meets a full queue.")
  default void noBodyRunsInsideTheInitializer(Kit kit) {
    noBodyRunsInsideTheInitializer(kit, RejectionPolicy.BLOCK);
    noBodyRunsInsideTheInitializer(kit, RejectionPolicy.CALLER_RUNS);
  }

  private static void noBodyRunsInsideTheInitializer(Kit kit, RejectionPolicy policy) {
    AtomicReference<TaskExecutor> own = new AtomicReference<>();
    Gate gate = kit.gate();
    AtomicBoolean initializing = new AtomicBoolean();
    AtomicInteger early = new AtomicInteger();
    Runnable body =
        () -> {
          if (initializing.get()) {
            early.incrementAndGet();
          }
        };
    TaskExecutor executor =
        kit.open(config ->
            config
                .workers(1)
                .queueCapacity(1, policy)
                .initializer(() -> {
                  gate.passUninterruptibly();
                  initializing.set(true);
                  var unused = Submissions.untilRefused(own.get(), body);
                  initializing.set(false);
                }));
    own.set(executor);
    TaskFuture<?> first = executor.submit(body);
    gate.open();
    expectDone("the task that asked for the worker", first);
    expectEquals("bodies within the initializer, with " + policy, 0, early.get());
  }

  @Rule(
      value = "B2",
      needs = Capability.INITIALIZER,
      check = "What a worker does with its pool when the initializer throws an Error.")
  default void aFailingInitializerFailsWhatIsPending(Kit kit) throws Exception {
    BreakingPool pool = BreakingPool.open(kit);
    TaskFuture<?> second = pool.executor().submit(() -> {});
    pool.breakNow();
    for (TaskFuture<?> future : List.of(pool.first(), second)) {
      expectDone("each pending future", future);
      expectEquals("its state", TaskState.FAILED, future.taskState());
      Throwable failure = future.exception();
      expectTrue(
          "the failure is a BrokenExecutorException",
          failure instanceof BrokenExecutorException,
          Expect.describe(failure));
      expectSame("its cause", pool.failure(), causeOf(failure));
    }
    BrokenExecutorException refused =
        expectThrows(
            "a later submit",
            BrokenExecutorException.class,
            () -> pool.executor().submit(() -> {}));
    expectSame("the cause of the refusal", pool.failure(), refused.getCause());
  }

  private static @Nullable Throwable causeOf(@Nullable Throwable failure) {
    return failure == null ? null : failure.getCause();
  }

  @Rule(
      value = "B3",
      needs = {Capability.INITIALIZER, Capability.BOUNDED_WORKERS},
      check = "Whether failing the queue stops at an entry that is done already.")
  default void aCancelledEntryDoesNotStopTheBreak(Kit kit) {
    BreakingPool pool = BreakingPool.open(kit);
    TaskFuture<?> cancelled = pool.executor().submit(() -> {});
    TaskFuture<?> behind = pool.executor().submit(() -> {});
    cancelled.cancel(false);
    pool.breakNow();
    expectDone("the future behind the cancelled one", behind);
    expectEquals("its state", TaskState.FAILED, behind.taskState());
    expectEquals("the cancelled one", TaskState.CANCELLED, cancelled.taskState());
  }

  @Rule(
      value = "B4",
      needs = {Capability.INITIALIZER, Capability.BOUNDED_WORKERS},
      check = "Whether breaking the pool touches the tasks of healthy workers.")
  default void runningBodiesOutliveTheBreak(Kit kit) throws Exception {
    AtomicInteger workers = new AtomicInteger();
    TaskExecutor executor =
        kit.open(config ->
            config
                .workers(2)
                .initializer(() -> {
                  if (workers.incrementAndGet() == 2) {
                    throw new Broken();
                  }
                }));
    Gate gate = kit.gate();
    TaskFuture<String> healthy = kit.running(executor, gate, "healthy");
    TaskFuture<?> doomed = executor.submit(() -> {});
    expectDone("the task of the second worker", doomed);
    expectEquals("its state", TaskState.FAILED, doomed.taskState());
    expectEquals("the state of the running task", TaskState.RUNNING, healthy.taskState());
    gate.open();
    expectEquals("its result", "healthy", healthy.result(Limits.SIGNAL));
  }

  @Rule(
      value = "B5",
      needs = Capability.INITIALIZER,
      check = "What is thrown by submit, and what is wrapped by get.")
  default void theBrokenExceptionIsTheCauseOfGet(Kit kit) {
    BreakingPool pool = BreakingPool.open(kit);
    pool.breakNow();
    ExecutionException thrown = expectThrows("get()", ExecutionException.class, pool.first()::get);
    expectTrue(
        "its cause is a BrokenExecutorException",
        thrown.getCause() instanceof BrokenExecutorException,
        Expect.describe(thrown.getCause()));
    RejectedExecutionException refused =
        expectThrows(
            "submit()", RejectedExecutionException.class, () -> pool.executor().submit(() -> {}));
    expectTrue(
        "the refusal is a BrokenExecutorException",
        refused instanceof BrokenExecutorException,
        Expect.describe(refused));
  }

  @Rule(
      value = "B6",
      needs = Capability.INITIALIZER,
      check = "Whether the break also runs the shutdown protocol to its end.")
  default void aBrokenPoolTerminates(Kit kit) throws Exception {
    BreakingPool pool = BreakingPool.open(kit);
    pool.breakNow();
    expectTrue("a broken pool terminates by itself", terminates(pool.executor()));
    Caller<Boolean> closer =
        kit.call(
            "close() of a broken pool",
            () -> {
              pool.executor().close();
              return true;
            });
    closer.result();
  }

  @Rule(
      value = "B7",
      needs = Capability.INITIALIZER,
      check = "The window between a submit's look at the state and the drain of the queue.")
  default void aSubmitThatRacesWithTheBreakIsDecided(Kit kit) {
    for (int round = 0; round < 60; round++) {
      TaskExecutor executor =
          kit.open(config ->
              config
                  .workers(1)
                  .initializer(() -> {
                    throw new Broken();
                  }));
      List<TaskFuture<?>> accepted = new ArrayList<>();
      expectSoon("a broken pool refuses a submit", () -> isRefused(executor, accepted));
      accepted.forEach(future -> expectDone("an accepted task of a broken pool", future));
    }
  }

  /** Submits in quick succession, so that many submissions fall into the break. */
  private static boolean isRefused(TaskExecutor executor, List<TaskFuture<?>> accepted) {
    try {
      for (int i = 0; i < 20; i++) {
        accepted.add(executor.submit(() -> {}));
      }
      return false;
    } catch (BrokenExecutorException refused) {
      return true;
    }
  }

  @Rule(
      value = "B8",
      needs = Capability.INITIALIZER,
      check = "Which locks are held while the callbacks of the failed futures run.")
  default void callbacksOfTheBreakHoldNoLock(Kit kit) {
    BreakingPool pool = BreakingPool.open(kit);
    Gate inCallback = kit.gate();
    pool.first().addDoneCallback(done -> inCallback.passUninterruptibly());
    TaskFuture<?> second = pool.executor().submit(() -> {});
    pool.gate().open();
    inCallback.expectArrived(1);
    Caller<Boolean> other =
        kit.call(
            "a thread that uses the pool during the callback",
            () -> {
              expectThrows(
                  "submit()",
                  RejectedExecutionException.class,
                  () -> pool.executor().submit(() -> {}));
              second.cancel(false);
              pool.executor().shutdown();
              return true;
            });
    other.result();
  }
}
