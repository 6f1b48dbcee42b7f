package dev.gauntlet.benchmarks.run;

import dev.gauntlet.benchmarks.AlreadyDone;
import dev.gauntlet.benchmarks.BlockingCrowd;
import dev.gauntlet.benchmarks.BlockingTasks;
import dev.gauntlet.benchmarks.BurstAfterGap;
import dev.gauntlet.benchmarks.CallbackChain;
import dev.gauntlet.benchmarks.CallbackLatency;
import dev.gauntlet.benchmarks.CancelStorm;
import dev.gauntlet.benchmarks.DispatchThroughput;
import dev.gauntlet.benchmarks.ExceptionPath;
import dev.gauntlet.benchmarks.IdleCpu;
import dev.gauntlet.benchmarks.InterruptingCancel;
import dev.gauntlet.benchmarks.InvokeAll;
import dev.gauntlet.benchmarks.MapInOrder;
import dev.gauntlet.benchmarks.OpenLoopLatency;
import dev.gauntlet.benchmarks.PromiseMemory;
import dev.gauntlet.benchmarks.ShutdownDrain;
import dev.gauntlet.benchmarks.TaskGranularity;
import java.util.List;
import java.util.Map;

/** The rows that the full suite alone has: other sizes, and what is no headline. */
final class FullRows {
  private FullRows() {}

  /** Returns them in the order of reports. */
  static List<Row> all() {
    return List.of(
        dispatch(1),
        dispatch(2),
        dispatch(4),
        granularity(10),
        granularity(100),
        granularity(1000),
        gap("of1After1ms", "1 after 1 ms"),
        gap("of32After50us", "32 after 50 us"),
        gap("of32After10ms", "32 after 10 ms"),
        gap("of1000After1ms", "1000 after 1 ms"),
        callbacks("none", "none"),
        callbacks("before8", "8 before"),
        callbacks("after1", "1 after"),
        callbacks("after8", "8 after"),
        Row.sized(CallbackChain.class, 100),
        Row.of(CancelStorm.class, "cancelThenDrain", Map.of("until", "drained")),
        Row.of(CancelStorm.class, "cancelHalfThenDrain", Map.of("until", "half of them drained")),
        Row.of(InterruptingCancel.class, "cancelAtItsEnd", Map.of()),
        Row.of(AlreadyDone.class, "get", Map.of("read", "get")),
        Row.of(AlreadyDone.class, "isDone", Map.of("read", "isDone")),
        Row.sized(ExceptionPath.class, 100),
        Row.sized(InvokeAll.class, 1000),
        Row.sized(MapInOrder.class, 1000),
        Row.sized(ShutdownDrain.class, 1000),
        waiters("unawaited", "nobody"),
        waiters("callback1", "1 callback"),
        waiters("callback8", "8 callbacks"),
        waiters("reader1", "1 reader"),
        Row.of(IdleCpu.class, "oneTaskEachMs", Map.of("load", "1 task a ms")),
        Row.tasks(BlockingTasks.class, 8),
        Row.tasks(BlockingTasks.class, 512),
        Row.tasks(BlockingCrowd.class, 4096),
        Row.of(OpenLoopLatency.class, "at10000", Map.of("rate", "10000")),
        Row.of(OpenLoopLatency.class, "at100000", Map.of("rate", "100000")));
  }

  private static Row callbacks(String method, String callbacks) {
    return Row.of(CallbackLatency.class, method, Map.of("callbacks", callbacks));
  }

  private static Row dispatch(int producers) {
    return new Row(DispatchThroughput.class, "execute", Map.of(), producers);
  }

  private static Row granularity(int tokens) {
    return Row.of(TaskGranularity.class, "work" + tokens, Map.of("work", "" + tokens));
  }

  private static Row gap(String method, String burst) {
    return Row.of(BurstAfterGap.class, method, Map.of("burst", burst));
  }

  private static Row waiters(String method, String waiters) {
    return Row.of(PromiseMemory.class, method, Map.of("waiters", waiters));
  }
}
