package dev.gauntlet.benchmarks.run;

import dev.gauntlet.benchmarks.AsCompleted;
import dev.gauntlet.benchmarks.BlockingTasks;
import dev.gauntlet.benchmarks.BurstAfterGap;
import dev.gauntlet.benchmarks.CallbackLatency;
import dev.gauntlet.benchmarks.CancelStorm;
import dev.gauntlet.benchmarks.ChainedFork;
import dev.gauntlet.benchmarks.FanOutFromInside;
import dev.gauntlet.benchmarks.IdleCpu;
import dev.gauntlet.benchmarks.NestedRecursion;
import dev.gauntlet.benchmarks.OpenLoopLatency;
import dev.gauntlet.benchmarks.PendingMemory;
import dev.gauntlet.benchmarks.WaitForAll;
import java.util.List;
import java.util.Map;

/** The rows of the headline scenarios that take more than a look. */
final class HeadlineRows {
  private HeadlineRows() {}

  /** Returns them in the order of reports. */
  static List<Row> all() {
    return List.of(
        Row.sized(FanOutFromInside.class, 1000),
        Row.sized(ChainedFork.class, 1000),
        Row.of(NestedRecursion.class, "fibonacci", Map.of()),
        Row.of(BurstAfterGap.class, "of32After1ms", Map.of("burst", "32 after 1 ms")),
        Row.tasks(BlockingTasks.class, 64),
        Row.of(OpenLoopLatency.class, "at50000", Map.of("rate", "50000")),
        Row.of(CancelStorm.class, "cancel", Map.of("until", "cancelled")),
        Row.of(CallbackLatency.class, "before1", Map.of("callbacks", "1 before")),
        Row.sized(AsCompleted.class, 10_000),
        Row.sized(WaitForAll.class, 10_000),
        Row.of(PendingMemory.class, "of100000", Map.of("waiting", "100000")),
        Row.of(IdleCpu.class, "afterWork", Map.of("load", "none")));
  }
}
