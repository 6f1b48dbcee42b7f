package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectNever;
import static dev.gauntlet.conformance.Expect.expectThrows;
import static dev.gauntlet.conformance.Expect.expectTrue;
import static dev.gauntlet.conformance.Nothing.nothing;

import dev.gauntlet.Completion;
import dev.gauntlet.ReturnWhen;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import dev.gauntlet.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Section W: waiting for several futures. */
public interface WaitRules extends ConformanceRules {

  private static TaskFuture<String> done(Kit kit) {
    TaskFuture<String> future = kit.open(1).submit(() -> "done");
    expectDone("a task", future);
    return future;
  }

  private static TaskFuture<String> failed(Kit kit, RuntimeException failure) {
    TaskFuture<String> future =
        kit.open(1)
            .submit(() -> {
              throw failure;
            });
    expectDone("a failing task", future);
    return future;
  }

  /** A future that was cancelled while its body runs on: any provider can make one. */
  private static TaskFuture<String> cancelled(Kit kit) {
    TaskFuture<String> future = kit.held("dropped").future();
    future.cancel(false);
    return future;
  }

  private static Caller<Completion<TaskFuture<?>>> awaiting(
      Kit kit, ReturnWhen when, List<? extends TaskFuture<?>> futures) {
    return kit.call("await(" + when + ")", () -> kit.operations().await(futures, when));
  }

  @Rule(value = "W1", check = "How the two sets are built from the input.")
  default void theSetsPartitionTheInput(Kit kit) throws Exception {
    TaskFuture<String> finished = done(kit);
    TaskFuture<String> open = kit.held("later").future();
    AtomicInteger iterations = new AtomicInteger();
    Iterable<TaskFuture<String>> once =
        () -> {
          expectEquals("the number of iterations", 1, iterations.incrementAndGet());
          Iterator<TaskFuture<String>> all = List.of(finished, open, finished).iterator();
          return all;
        };
    Completion<TaskFuture<String>> seen =
        kit.operations().await(once, ReturnWhen.FIRST_COMPLETED, Limits.SIGNAL);
    expectEquals("done", Set.of(finished), seen.done());
    expectEquals("notDone", Set.of(open), seen.notDone());
  }

  @Rule(value = "W2", check = "The shortcut for an empty input.")
  default void awaitOfNothingReturnsAtOnce(Kit kit) throws Exception {
    for (ReturnWhen when : ReturnWhen.values()) {
      Completion<TaskFuture<?>> seen =
          kit.call("await(nothing, " + when + ")", () -> kit.operations().await(none(), when))
              .result();
      expectEquals("done", Set.of(), seen.done());
      expectEquals("notDone", Set.of(), seen.notDone());
    }
  }

  private static List<TaskFuture<?>> none() {
    return List.of();
  }

  @Rule(value = "W3", check = "Whether a cancelled future counts as done before a worker sees it.")
  default void anAlreadyCancelledFutureIsDone(Kit kit) throws Exception {
    TaskFuture<String> cancelled = cancelled(kit);
    for (ReturnWhen when : ReturnWhen.values()) {
      Completion<TaskFuture<?>> seen = awaiting(kit, when, List.of(cancelled)).result();
      expectEquals("done with " + when, Set.of(cancelled), seen.done());
      expectEquals(
          "done with " + when + " and no time",
          Set.of(cancelled),
          kit.operations().await(List.of(cancelled), when, Duration.ZERO).done());
    }
  }

  @Rule(value = "W3", check = "Whether cancel releases waiters itself.")
  default void aCancelDuringTheWaitReleasesIt(Kit kit) {
    for (ReturnWhen when : ReturnWhen.values()) {
      TaskFuture<String> future = kit.held("dropped").future();
      Caller<Completion<TaskFuture<?>>> waiter = awaiting(kit, when, List.of(future));
      waiter.expectBlocked();
      future.cancel(false);
      expectEquals("done with " + when, Set.of(future), waiter.result().done());
    }
  }

  @Rule(
      value = "W3",
      needs = dev.gauntlet.spi.Capability.BOUNDED_WORKERS,
      check = "Whether shutdown(true) releases the waiters of what it cancels.")
  default void aShutdownThatCancelsReleasesTheWait(Kit kit) {
    TaskExecutor executor = kit.open(1);
    kit.occupy(executor, 1);
    TaskFuture<String> queued = executor.submit(() -> "never");
    Caller<Completion<TaskFuture<?>>> waiter =
        awaiting(kit, ReturnWhen.ALL_COMPLETED, List.of(queued));
    waiter.expectBlocked();
    executor.shutdown(/* cancelPending= */ true);
    expectEquals("done", Set.of(queued), waiter.result().done());
  }

  @Rule(value = "W4", check = "Which completions trigger FIRST_COMPLETED.")
  default void firstCompletedReturnsWithTheFirst(Kit kit) {
    Kit.Held<String> first = kit.held("first");
    TaskFuture<String> other = kit.held("other").future();
    Caller<Completion<TaskFuture<?>>> waiter =
        awaiting(kit, ReturnWhen.FIRST_COMPLETED, List.of(other, first.future()));
    waiter.expectBlocked();
    first.complete();
    expectEquals("done", Set.of(first.future()), waiter.result().done());
  }

  @Rule(value = "W4", check = "Whether the wait looks at its futures before it blocks.")
  default void firstCompletedReturnsAllThatAreDone(Kit kit) {
    TaskFuture<String> one = done(kit);
    TaskFuture<String> two = failed(kit, new IllegalStateException("on purpose"));
    TaskFuture<String> open = kit.held("open").future();
    Completion<TaskFuture<?>> seen =
        awaiting(kit, ReturnWhen.FIRST_COMPLETED, List.of(open, one, two)).result();
    expectEquals("done", Set.of(one, two), seen.done());
  }

  @Rule(value = "W5", check = "Which states trigger FIRST_EXCEPTION.")
  default void firstExceptionReturnsWithAFailure(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    TaskFuture<?> failing =
        executor.submit(() -> {
          gate.passUninterruptibly();
          throw new CancellationException("thrown by the body: a failure");
        });
    TaskFuture<String> open = kit.held("open").future();
    Caller<Completion<TaskFuture<?>>> waiter =
        awaiting(kit, ReturnWhen.FIRST_EXCEPTION, List.of(open, failing));
    waiter.expectBlocked();
    gate.open();
    expectEquals("done", Set.of(failing), waiter.result().done());
  }

  @Rule(value = "W5", check = "Whether a failure from before the call is looked for.")
  default void anEarlierFailureTriggersFirstException(Kit kit) {
    TaskFuture<String> failed = failed(kit, new IllegalStateException("on purpose"));
    TaskFuture<String> open = kit.held("open").future();
    Completion<TaskFuture<?>> seen =
        awaiting(kit, ReturnWhen.FIRST_EXCEPTION, List.of(open, failed)).result();
    expectEquals("done", Set.of(failed), seen.done());
  }

  @Rule(value = "W5", check = "Whether a success or a cancellation triggers FIRST_EXCEPTION.")
  default void firstExceptionWaitsForAllWithoutAFailure(Kit kit) {
    TaskFuture<String> done = done(kit);
    TaskFuture<String> cancelled = cancelled(kit);
    Kit.Held<String> open = kit.held("last");
    Caller<Completion<TaskFuture<?>>> waiter =
        awaiting(kit, ReturnWhen.FIRST_EXCEPTION, List.of(done, cancelled, open.future()));
    waiter.expectBlocked();
    open.complete();
    expectEquals("notDone", Set.of(), waiter.result().notDone());
  }

  @Rule(value = "W6", check = "What ends a wait for all.")
  default void allCompletedWaitsForAllOutcomes(Kit kit) {
    TaskFuture<String> failed = failed(kit, new IllegalStateException("on purpose"));
    TaskFuture<String> cancelled = cancelled(kit);
    Kit.Held<String> open = kit.held("last");
    Caller<Completion<TaskFuture<?>>> waiter =
        kit.call(
            "await()",
            () -> kit.operations().await(List.<TaskFuture<?>>of(failed, cancelled, open.future())));
    waiter.expectBlocked();
    open.complete();
    expectEquals("notDone", Set.of(), waiter.result().notDone());
  }

  @Rule(value = "W6", check = "How the completions still missing are counted.")
  default void allCompletedWaitsForEachCompletion(Kit kit) {
    Kit.Held<String> first = kit.held("first");
    Kit.Held<String> last = kit.held("last");
    Caller<Completion<TaskFuture<?>>> waiter =
        awaiting(kit, ReturnWhen.ALL_COMPLETED, List.of(first.future(), last.future()));
    waiter.expectBlocked();
    CallbackProbe told = kit.probe().on(first.future());
    first.complete();
    told.expectCalled();
    expectNever("a wait for all ends although a future is not done", waiter::isDone);
    last.complete();
    expectEquals("notDone", Set.of(), waiter.result().notDone());
  }

  @Rule(value = "W7", check = "When the partition is taken.")
  default void theDoneSetIsTrue(Kit kit) throws Exception {
    TaskExecutor executor = kit.open(2);
    for (int round = 0; round < 100; round++) {
      TaskFuture<String> before = executor.submit(() -> "before");
      expectDone("a task", before);
      List<TaskFuture<String>> futures = new ArrayList<>(List.of(before));
      for (int i = 0; i < 8; i++) {
        futures.add(executor.submit(() -> "racing"));
      }
      Completion<TaskFuture<String>> seen =
          kit.operations().await(futures, ReturnWhen.FIRST_COMPLETED);
      expectTrue("what was done at the call is in done", seen.done().contains(before));
      for (TaskFuture<String> future : seen.done()) {
        expectTrue("each future in done is done", future.isDone());
      }
      expectEquals(
          "the size of the partition", futures.size(), seen.done().size() + seen.notDone().size());
    }
  }

  @Rule(value = "W8", check = "How the remaining time is computed, and what a time-out returns.")
  default void aTimeoutReturnsThePartition(Kit kit) throws Exception {
    TaskFuture<String> finished = done(kit);
    TaskFuture<String> open = kit.held("open").future();
    long start = System.nanoTime();
    Completion<TaskFuture<String>> seen =
        kit.operations().await(List.of(finished, open), ReturnWhen.ALL_COMPLETED, Limits.SILENCE);
    long elapsed = System.nanoTime() - start;
    expectTrue("the wait lasts its time", elapsed >= Limits.SILENCE.toNanos(), elapsed + " ns");
    expectEquals("done", Set.of(finished), seen.done());
    expectEquals("notDone", Set.of(open), seen.notDone());
    for (Duration none :
        List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofSeconds(Long.MIN_VALUE))) {
      expectEquals(
          "notDone after " + none,
          Set.of(open),
          kit.operations().await(List.of(open), ReturnWhen.ALL_COMPLETED, none).notDone());
    }
  }

  @Rule(value = "W9", check = "What the wait does when park returns with the flag set.")
  default void anInterruptedAwaitThrowsAndCancelsNothing(Kit kit) {
    Kit.Held<String> held = kit.held("kept");
    Caller<Boolean> waiter =
        kit.call(
            "await()",
            () -> {
              expectThrows(
                  "the interrupted await()",
                  InterruptedException.class,
                  () -> kit.operations().await(List.of(held.future())));
              return Thread.currentThread().isInterrupted();
            });
    waiter.expectBlocked();
    waiter.interrupt();
    expectEquals("the flag after the InterruptedException", false, waiter.result());
    expectEquals("the state of the future", TaskState.RUNNING, held.future().taskState());
    held.complete();
  }

  @Rule(value = "W10", check = "Whether every exit of the wait passes its clean-up.")
  default void noWaiterStaysBehind(Kit kit) throws Exception {
    CountedFuture<String> open = kit.counted(kit.held("open").future());
    CountedFuture<String> finished = kit.counted(done(kit));
    CountedFuture<String> soon = kit.counted(kit.held("soon").future());
    for (int i = 0; i < 100; i++) {
      kit.operations()
          .await(List.of(open, soon), ReturnWhen.ALL_COMPLETED, Duration.ofNanos(1_000));
      kit.operations().await(List.of(open, finished), ReturnWhen.FIRST_COMPLETED);
    }
    expectEquals("waiters left after time-outs and early returns", 0, open.waiters());
    Caller<?> interrupted = awaiting(kit, ReturnWhen.ALL_COMPLETED, List.of(open, soon));
    interrupted.expectBlocked();
    expectEquals("waiters during a wait", 1, open.waiters());
    interrupted.interrupt();
    interrupted.expectThrows(InterruptedException.class);
    expectEquals("waiters left after an interrupt", 0, open.waiters());
    CountedFuture<String> other = kit.counted(kit.held("open").future());
    Kit.Held<String> held = kit.held("soon");
    Caller<?> first =
        awaiting(kit, ReturnWhen.FIRST_COMPLETED, List.of(other, kit.counted(held.future())));
    first.expectBlocked();
    held.complete();
    first.result();
    expectEquals("waiters left after the first completion", 0, other.waiters());
  }

  @Rule(value = "W11", check = "Whether the wait relies on more than the public interfaces.")
  default void foreignFuturesAreWaitedFor(Kit kit) throws Exception {
    Kit.Held<String> own = kit.held("own");
    CompletableFuture<String> source = new CompletableFuture<>();
    TaskFuture<String> foreign = TaskFutures.adapt(source);
    ForeignFuture<String> bare = new ForeignFuture<>(kit.held("bare").future());
    Caller<Completion<TaskFuture<?>>> first =
        awaiting(kit, ReturnWhen.FIRST_COMPLETED, List.of(own.future(), foreign, bare));
    first.expectBlocked();
    source.complete("foreign");
    expectEquals("done", Set.of(foreign), first.result().done());
    Caller<Completion<TaskFuture<?>>> both =
        awaiting(kit, ReturnWhen.ALL_COMPLETED, List.of(own.future(), foreign));
    both.expectBlocked();
    own.complete();
    expectEquals("notDone", Set.of(), both.result().notDone());
    Caller<Completion<TaskFuture<?>>> third =
        awaiting(kit, ReturnWhen.ALL_COMPLETED, List.of(bare));
    third.expectBlocked();
    bare.cancel(false);
    expectEquals("done", Set.of(bare), third.result().done());
  }

  @Rule(value = "W12", check = "Which argument is looked at first.")
  default void argumentsAreValidatedBeforeAnyEffect(Kit kit) {
    CountedFuture<String> open = kit.counted(kit.held("open").future());
    List<TaskFuture<?>> withNull = Arrays.asList(open, nothing());
    expectThrows(
        "await with a null element",
        NullPointerException.class,
        () -> kit.operations().await(withNull));
    expectThrows(
        "await with a null collection",
        NullPointerException.class,
        () -> kit.operations().await(Nothing.<List<TaskFuture<?>>>nothing()));
    expectThrows(
        "await with a null mode",
        NullPointerException.class,
        () -> kit.operations().await(List.of(open), Nothing.<ReturnWhen>nothing()));
    expectThrows(
        "await with a null time-out",
        NullPointerException.class,
        () ->
            kit.operations()
                .await(List.of(open), ReturnWhen.ALL_COMPLETED, Nothing.<Duration>nothing()));
    expectThrows(
        "asCompleted with a null element",
        NullPointerException.class,
        () -> kit.operations().asCompleted(withNull));
    expectThrows(
        "asCompleted with a null time-out",
        NullPointerException.class,
        () -> kit.operations().asCompleted(List.of(open), Nothing.<Duration>nothing()));
    expectEquals("waiters registered by refused calls", 0, open.waiters());
  }

  @Rule(value = "W16", check = "Whether duplicates are dropped before they are counted.")
  default void aDuplicateCountsOnce(Kit kit) {
    Kit.Held<String> one = kit.held("one");
    Kit.Held<String> two = kit.held("two");
    Caller<Completion<TaskFuture<?>>> waiter =
        awaiting(kit, ReturnWhen.ALL_COMPLETED, List.of(one.future(), one.future(), two.future()));
    waiter.expectBlocked();
    CallbackProbe told = kit.probe().on(one.future());
    one.complete();
    told.expectCalled();
    expectNever("a wait for all ends although a future is not done", waiter::isDone);
    two.complete();
    expectEquals("the size of done", 2, waiter.result().done().size());
  }
}
