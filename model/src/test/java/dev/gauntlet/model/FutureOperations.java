package dev.gauntlet.model;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import java.util.function.BooleanSupplier;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * What those who hold a future may do with it at once; {@link FutureSpecification} says what they
 * may see. What ends the future returns how many callbacks it ran on its own thread, or {@link
 * #LOST}, so a callback that is lost, doubled or run by a stranger is a wrong result (K1, K2, S4).
 */
public abstract class FutureOperations {
  protected static final int LOST = -1;

  private final ThreadLocal<int[]> told = ThreadLocal.withInitial(() -> new int[1]);

  protected FutureOperations() {
    Schedules.begin();
  }

  protected abstract TaskFuture<Integer> future();

  /** Python's cancel: also true, without callbacks, for a future that is cancelled already (C5). */
  @Operation
  public int cancelUnlessRunning() {
    return end(() -> future().cancel());
  }

  @Operation
  public int cancel() {
    return end(() -> future().cancel(true));
  }

  /** Counts the callbacks that run within a step, which returns whether it has ended the future. */
  protected int end(BooleanSupplier step) {
    int before = told.get()[0];
    return step.getAsBoolean() ? told.get()[0] - before : LOST;
  }

  /** Returns whether the callback ran within the registration, because the future was done. */
  @Operation
  public boolean register() {
    int before = told.get()[0];
    future().addDoneCallback(done -> tell());
    return told.get()[0] > before;
  }

  protected final void tell() {
    told.get()[0]++;
  }

  @Operation
  public boolean isDone() {
    return future().isDone();
  }

  /** Returns the state, and the outcome if the state has one (S2, S6). */
  @Operation
  public String look() {
    TaskState state = future().taskState();
    return switch (state) {
      case SUCCEEDED -> state + " " + future().resultNow();
      case FAILED -> state + " " + future().exceptionNow().getClass().getSimpleName();
      default -> state.toString();
    };
  }
}
