package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectEquals;

import dev.gauntlet.Completion;
import dev.gauntlet.ReturnWhen;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Section W: what many waits at once do to each other and to their carriers. */
public interface WaiterRules extends ConformanceRules {

  @Rule(value = "W13", check = "Whether a lock of one future is held while another is taken.")
  default void overlappingWaitsDoNotDeadlock(Kit kit) {
    TaskExecutor executor = kit.open(2);
    for (int round = 0; round < 100; round++) {
      List<TaskFuture<Integer>> futures = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        futures.add(executor.submit(() -> 1));
      }
      List<TaskFuture<Integer>> reversed = new ArrayList<>(futures);
      Collections.reverse(reversed);
      kit.race(() -> awaitAll(kit, futures), () -> awaitAll(kit, reversed));
    }
  }

  private static void awaitAll(Kit kit, List<TaskFuture<Integer>> futures) {
    try {
      Completion<TaskFuture<Integer>> seen =
          kit.operations().await(futures, ReturnWhen.ALL_COMPLETED, Limits.SIGNAL);
      expectEquals("futures left by a wait for all", Set.of(), seen.notDone());
    } catch (InterruptedException interrupt) {
      throw new IllegalStateException(interrupt);
    }
  }

  /** More virtual threads wait than there are carriers; one more then settles the future. */
  @Rule(value = "W15", check = "Whether a wait parks inside a synchronized block, or spins.")
  default void waitingVirtualThreadsLeaveTheirCarriers(Kit kit) {
    Kit.Held<String> held = kit.held("released");
    List<Caller<?>> waiters = new ArrayList<>();
    for (int i = 0; i < 3 * Runtime.getRuntime().availableProcessors(); i++) {
      waiters.add(kit.callVirtually("get() on a virtual thread", held.future()::get));
      waiters.add(
          kit.callVirtually(
              "await() on a virtual thread", () -> kit.operations().await(List.of(held.future()))));
    }
    waiters.forEach(Caller::expectBlocked);
    kit.callVirtually(
            "another virtual thread",
            () -> {
              held.gate().open();
              return "opened";
            })
        .result();
    waiters.forEach(Caller::result);
  }
}
