package dev.gauntlet.conformance;

import static dev.gauntlet.conformance.Expect.expectCollected;
import static dev.gauntlet.conformance.Expect.expectDone;
import static dev.gauntlet.conformance.Expect.expectEquals;
import static dev.gauntlet.conformance.Expect.expectTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Section R: what a done future lets go of. */
public interface ReleaseRules extends ConformanceRules {

  @Rule(value = "R25", check = "Which reference to the body is left when it has ended.")
  default void aDoneFutureReleasesItsBody(Kit kit) {
    kit.require(Capability.SHARED_MEMORY);
    TaskExecutor executor = kit.open(1);
    List<TaskFuture<?>> kept = new ArrayList<>();
    WeakReference<Object> returning = submitWeakly(executor, kept, false);
    WeakReference<Object> throwing = submitWeakly(executor, kept, true);
    kept.forEach(future -> expectDone("a task", future));
    expectDone("a later task", executor.submit(() -> {}));
    expectCollected("the body of a task that returned", returning);
    expectCollected("the body of a task that threw", throwing);
    expectEquals("the state of a kept future", TaskState.SUCCEEDED, kept.get(0).taskState());
  }

  private static WeakReference<Object> submitWeakly(
      TaskExecutor executor, List<TaskFuture<?>> kept, boolean failing) {
    Object captured = new Object();
    kept.add(
        executor.submit(() -> {
          if (captured.hashCode() == 0 || failing) {
            throw new IllegalStateException("on purpose");
          }
          return "value";
        }));
    return new WeakReference<>(captured);
  }

  @Rule(value = "R25", check = "Which reference to the body is left when it was cancelled.")
  default void aFutureCancelledWhileRunningReleasesItsBody(Kit kit) {
    TaskExecutor executor = kit.open(1);
    Gate gate = kit.gate();
    List<TaskFuture<?>> kept = new ArrayList<>();
    WeakReference<Object> body = runWeakly(executor, gate, kept);
    expectTrue("cancel(false) of a running task returns true", kept.get(0).cancel(false));
    gate.open();
    expectDone("a later task", executor.submit(() -> {}));
    expectCollected("the body of a task that was cancelled while it ran", body);
    expectTrue("the future is kept", kept.get(0).isCancelled());
  }

  private static WeakReference<Object> runWeakly(
      TaskExecutor executor, Gate gate, List<TaskFuture<?>> kept) {
    Object captured = new Object();
    kept.add(
        executor.submit(() -> {
          gate.passUninterruptibly();
          return captured.hashCode();
        }));
    gate.expectArrived(1);
    return new WeakReference<>(captured);
  }
}
