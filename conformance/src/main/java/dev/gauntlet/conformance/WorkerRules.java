package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectCollected;
import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectNever;
import static dev.gauntlet.conformance.Expect.expectSoon;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Section L: the threads of an executor. */
public interface WorkerRules extends ConformanceRules {

  @Rule(
      value = "L15",
      needs = Capability.BOUNDED_WORKERS,
      check = "How the number of workers is limited under load.")
  default void noMoreBodiesThanWorkersRunAtOnce(Kit kit) {
    TaskExecutor executor = kit.open(2);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<TaskFuture<?>> futures = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      futures.add(
          executor.submit(() -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            running.decrementAndGet();
          }));
    }
    futures.forEach(future -> expectDone("a task", future));
    expectTrue("at most 2 bodies run at once", most.get() <= 2, most.get() + " did");
    Gate gate = kit.occupy(executor, 2);
    TaskFuture<?> third = executor.submit(() -> {});
    expectNever("a third body runs beside two blocked ones", third::isDone);
    gate.open();
    expectDone("the third task", third);
  }

  @Rule(
      value = "L15",
      needs = {Capability.BOUNDED_WORKERS, Capability.CUSTOM_THREADS},
      check = "What a submit looks at before it starts a thread.")
  default void anIdleWorkerIsUsedFirst(Kit kit) {
    TaskExecutor executor = kit.open(4);
    expectEquals("threads before the first task", 0, kit.workers(executor).threads().size());
    for (int i = 0; i < 20; i++) {
      expectDone("a task", executor.submit(() -> {}));
      kit.workers(executor).expectIdle(1);
    }
    expectEquals(
        "threads after 20 tasks one after the other", 1, kit.workers(executor).threads().size());
  }

  @Rule(value = "L16", check = "What the executor believes of workers that were idle once.")
  default void allWorkersRunWhateverHappenedBefore(Kit kit) {
    for (int start = 0; start < 5; start++) {
      TaskExecutor executor = kit.open(3);
      for (int round = 0; round < 6; round++) {
        for (int quick = 0; quick < (start + round) % 5; quick++) {
          expectDone("a quick task", executor.submit(() -> {}));
        }
        kit.occupy(executor, 3).open();
      }
    }
  }

  @Rule(value = "L20", check = "Who replaces a worker that an escaping Throwable ends.")
  default void anEscapingThrowableCostsNoWorker(Kit kit) {
    TaskExecutor executor = kit.open(2);
    kit.require(Capability.ASYNCHRONOUS);
    for (int i = 0; i < 20; i++) {
      executor.execute(() -> {
        throw new Escaping();
      });
    }
    kit.occupy(executor, 2).open();
  }

  @Rule(
      value = "L20",
      needs = Capability.BOUNDED_WORKERS,
      check = "Who takes over the queue of a worker that dies.")
  default void queuedTasksOutliveTheirWorker(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    executor.execute(() -> {
      gate.passUninterruptibly();
      throw new Escaping();
    });
    gate.expectArrived(1);
    TaskFuture<String> queued = executor.submit(() -> "queued");
    gate.open();
    expectDone("a task queued behind a dying worker", queued);
  }

  @Rule(
      value = "L21",
      needs = Capability.CUSTOM_THREADS,
      check = "Who catches what execute() and what submit() runs.")
  default void onlyExecuteReachesTheHandler(Kit kit) {
    TaskExecutor executor = kit.open(1);
    kit.require(Capability.ASYNCHRONOUS);
    Escaping failure = new Escaping();
    executor.execute(() -> {
      throw failure;
    });
    List<Throwable> uncaught = kit.workers(executor).uncaught();
    expectSoon("the handler is told", () -> !uncaught.isEmpty());
    expectDone(
        "a submitted task that fails",
        executor.submit(() -> {
          throw new Escaping();
        }));
    expectDone("a further task", executor.submit(() -> {}));
    expectEquals("what the handler was told", List.of(failure), uncaught);
  }

  @Rule(
      value = "L23",
      needs = Capability.CUSTOM_THREADS,
      check = "How the default threads are named.")
  default void namesBeginWithThePrefixAndDiffer(Kit kit) {
    Set<String> names = new HashSet<>();
    List<TaskExecutor> executors = new ArrayList<>();
    ExecutorConfig config =
        ExecutorConfig.builder().workers(2).daemon(true).threadNamePrefix("gladiator").build();
    for (int i = 0; i < 2; i++) {
      TaskExecutor executor = kit.provider().open(config);
      executors.add(executor);
      Gate gate = kit.gate();
      for (int worker = 0; worker < 2; worker++) {
        executor.execute(() -> {
          synchronized (names) {
            names.add(Thread.currentThread().getName());
          }
          gate.passUninterruptibly();
        });
      }
      gate.expectArrived(2);
      gate.open();
    }
    executors.forEach(TaskExecutor::close);
    expectEquals("the number of different names of 4 workers", 4, names.size());
    expectTrue(
        "each begins with the prefix",
        names.stream().allMatch(name -> name.startsWith("gladiator")),
        names);
  }

  @Rule(
      value = "L24",
      needs = Capability.CUSTOM_THREADS,
      check = "What the daemon flag of the default threads is taken from.")
  default void workersAreDaemonsOnlyIfAsked(Kit kit) throws Exception {
    kit.require(Capability.ASYNCHRONOUS);
    for (boolean daemon : new boolean[] {false, true}) {
      ExecutorConfig.Builder builder = ExecutorConfig.builder().workers(1);
      ExecutorConfig config = daemon ? builder.daemon(true).build() : builder.build();
      TaskExecutor executor = kit.provider().open(config);
      try {
        TaskFuture<Boolean> flag = executor.submit(() -> Thread.currentThread().isDaemon());
        expectEquals("isDaemon() of a worker", daemon, flag.result(Limits.SIGNAL));
      } finally {
        executor.shutdown();
      }
    }
  }

  @Rule(
      value = "L25",
      needs = Capability.CUSTOM_THREADS,
      check = "What the worker threads refer to while they are idle.")
  default void anUnreachableExecutorEnds(Kit kit) {
    kit.require(Capability.ASYNCHRONOUS);
    WorkerRecord workers = new WorkerRecord();
    Gate gate = kit.gate();
    TaskFuture<String> last = forget(kit, workers, gate);
    System.gc();
    gate.open();
    expectDone("the last accepted task of a forgotten executor", last);
    expectSoon(
        "the idle workers of a forgotten executor end after a collection",
        () -> {
          System.gc();
          return workers.threads().stream().noneMatch(Thread::isAlive);
        });
  }

  private static TaskFuture<String> forget(Kit kit, WorkerRecord workers, Gate gate) {
    TaskExecutor executor =
        kit.provider()
            .open(
                ExecutorConfig.builder()
                    .workers(1)
                    .threadFactory(body -> workers.newThread(body))
                    .build());
    executor.submit(gate::passUninterruptibly);
    gate.expectArrived(1);
    return executor.submit(() -> "last");
  }

  @Rule(
      value = "L27",
      check = "Which fields of a worker and of the queue still hold its last task.")
  default void anIdleWorkerRetainsNoResult(Kit kit) {
    kit.require(Capability.SHARED_MEMORY);
    TaskExecutor executor = kit.subject(kit.open(1));
    expectCollected("the result of the last task", runAndForget(executor, false));
    expectCollected("the closure of the last task", runAndForget(executor, true));
  }

  private static WeakReference<Object> runAndForget(TaskExecutor executor, boolean closure) {
    Object held = new Object();
    TaskFuture<?> future = executor.submit(() -> closure ? held.hashCode() : held);
    expectDone("the task", future);
    return new WeakReference<>(held);
  }

  @Rule(value = "L30", check = "Who looks at the queue after a worker has decided to exit.")
  default void aSubmitDuringAWorkersExitRuns(Kit kit) {
    kit.require(Capability.ASYNCHRONOUS);
    TaskExecutor executor = kit.open(1);
    for (int round = 0; round < 200; round++) {
      executor.execute(() -> {
        throw new Escaping();
      });
      expectDone("a task submitted while the worker dies", executor.submit(() -> {}));
    }
  }

  @Rule(value = "L31", check = "What a new thread takes over from the thread that creates it.")
  default void workersInheritNothingFromTheSubmitter(Kit kit) throws Exception {
    kit.require(Capability.ASYNCHRONOUS);
    InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
    ClassLoader strange = new ClassLoader(null) {};
    TaskExecutor executor =
        kit.provider().open(ExecutorConfig.builder().workers(1).daemon(true).build());
    Caller<TaskFuture<List<Boolean>>> submitter =
        kit.call(
            "a submitter with luggage",
            () -> {
              local.set("luggage");
              Thread.currentThread().setContextClassLoader(strange);
              return executor.submit(() ->
                  List.of(
                      local.get() == null,
                      !strange.equals(Thread.currentThread().getContextClassLoader())));
            });
    List<Boolean> clean = submitter.result().result(Limits.SIGNAL);
    executor.shutdown();
    expectTrue("the worker has no inheritable thread-local of the submitter", clean.get(0));
    expectTrue("the worker has not the submitter's context class loader", clean.get(1));
  }
}
