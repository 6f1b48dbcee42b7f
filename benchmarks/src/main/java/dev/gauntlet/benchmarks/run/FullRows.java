package dev.gauntlet.benchmarks.run;

import dev.gauntlet.benchmarks.AlreadyDone;
import dev.gauntlet.benchmarks.AsCompleted;
import dev.gauntlet.benchmarks.BlockingCrowd;
import dev.gauntlet.benchmarks.BlockingTasks;
import dev.gauntlet.benchmarks.BurstAfterGap;
import dev.gauntlet.benchmarks.CallbackChain;
import dev.gauntlet.benchmarks.CallbackLatency;
import dev.gauntlet.benchmarks.CancelStorm;
import dev.gauntlet.benchmarks.ChainedFork;
import dev.gauntlet.benchmarks.DispatchThroughput;
import dev.gauntlet.benchmarks.ExceptionPath;
import dev.gauntlet.benchmarks.FanOutFromInside;
import dev.gauntlet.benchmarks.IdleCpu;
import dev.gauntlet.benchmarks.InvokeAll;
import dev.gauntlet.benchmarks.MapInOrder;
import dev.gauntlet.benchmarks.NestedRecursion;
import dev.gauntlet.benchmarks.OpenLoopLatency;
import dev.gauntlet.benchmarks.PendingMemory;
import dev.gauntlet.benchmarks.PromiseMemory;
import dev.gauntlet.benchmarks.ShutdownDrain;
import dev.gauntlet.benchmarks.WaitForAll;
import java.util.List;
import java.util.Map;

/** The rows that the full suite alone has. */
final class FullRows {
  private FullRows() {}

  /** Returns them in the order of reports. */
  static List<Row> all() {
    return List.of(
        dispatch(1),
        dispatch(2),
        dispatch(4),
        gap("of1After1ms", "1 after 1 ms"),
        gap("of32After50us", "32 after 50 us"),
        gap("of32After1ms", "32 after 1 ms"),
        gap("of32After10ms", "32 after 10 ms"),
        gap("of1000After1ms", "1000 after 1 ms"),
        row(NestedRecursion.class, "fibonacci", Map.of()),
        sized(ChainedFork.class, 1000),
        sized(FanOutFromInside.class, 1000),
        callbacks("none", "none"),
        callbacks("before1", "1 before"),
        callbacks("before8", "8 before"),
        callbacks("after1", "1 after"),
        callbacks("after8", "8 after"),
        sized(CallbackChain.class, 100),
        row(CancelStorm.class, "cancel", Map.of("until", "cancelled")),
        row(CancelStorm.class, "cancelThenDrain", Map.of("until", "drained")),
        row(CancelStorm.class, "cancelHalfThenDrain", Map.of("until", "half of them drained")),
        row(AlreadyDone.class, "get", Map.of("read", "get")),
        row(AlreadyDone.class, "isDone", Map.of("read", "isDone")),
        sized(ExceptionPath.class, 100),
        sized(InvokeAll.class, 1000),
        sized(MapInOrder.class, 1000),
        sized(AsCompleted.class, 10_000),
        sized(WaitForAll.class, 10_000),
        tasks(ShutdownDrain.class, 1000),
        row(PendingMemory.class, "of100000", Map.of("waiting", "100000")),
        waiters("unawaited", "nobody"),
        waiters("callback1", "1 callback"),
        waiters("callback8", "8 callbacks"),
        waiters("reader1", "1 reader"),
        row(IdleCpu.class, "afterWork", Map.of("load", "none")),
        row(IdleCpu.class, "oneTaskEachMs", Map.of("load", "1 task a ms")),
        tasks(BlockingTasks.class, 8),
        tasks(BlockingTasks.class, 64),
        tasks(BlockingTasks.class, 512),
        tasks(BlockingCrowd.class, 4096),
        row(OpenLoopLatency.class, "at10000", Map.of("rate", "10000")),
        row(OpenLoopLatency.class, "at50000", Map.of("rate", "50000")));
  }

  private static Row row(Class<?> scenario, String method, Map<String, String> params) {
    return new Row(scenario, method, params, 1);
  }

  /** An operation is one of so many tasks. */
  private static Row sized(Class<?> scenario, int size) {
    return row(scenario, "of" + size, Map.of("size", "" + size));
  }

  /** An operation is all of the tasks. */
  private static Row tasks(Class<?> scenario, int tasks) {
    return row(scenario, "of" + tasks, Map.of("tasks", "" + tasks));
  }

  private static Row callbacks(String method, String callbacks) {
    return row(CallbackLatency.class, method, Map.of("callbacks", callbacks));
  }

  private static Row dispatch(int producers) {
    return new Row(DispatchThroughput.class, "execute", Map.of(), producers);
  }

  private static Row gap(String method, String burst) {
    return row(BurstAfterGap.class, method, Map.of("burst", burst));
  }

  private static Row waiters(String method, String waiters) {
    return row(PromiseMemory.class, method, Map.of("waiters", waiters));
  }
}
