package dev.gauntlet.conformance;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A callback that records its calls. */
public final class CallbackProbe implements Consumer<TaskFuture<?>> {
  private final AtomicInteger registrations = new AtomicInteger();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  CallbackProbe() {}

  /**
   * One call.
   *
   * @param future what was passed
   * @param state its state during the call
   * @param thread who called
   * @param interrupted the interrupt flag of that thread at the start of the call
   */
  public record Call(TaskFuture<?> future, TaskState state, Thread thread, boolean interrupted) {}

  /** Registers with the future. */
  public CallbackProbe on(TaskFuture<?> future) {
    registrations.incrementAndGet();
    future.addDoneCallback(this);
    return this;
  }

  @Override
  public void accept(TaskFuture<?> future) {
    calls.add(
        new Call(
            future,
            future.taskState(),
            Thread.currentThread(),
            Thread.currentThread().isInterrupted()));
  }

  /** Returns the calls so far. */
  public List<Call> calls() {
    return calls;
  }

  /** Expects one call soon, and returns it. */
  public Call expectCalled() {
    Expect.expectSoon("the callback is called", () -> !calls.isEmpty());
    return calls.get(0);
  }

  int registrations() {
    return registrations.get();
  }
}
