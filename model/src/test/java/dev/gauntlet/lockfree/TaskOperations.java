package dev.gauntlet.lockfree;

import dev.gauntlet.TaskState;
import dev.gauntlet.spi.ExecutorConfig;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.BooleanSupplier;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * A task of the pool, and what a runner, who refuses it, and who holds its future may do at once;
 * {@link TaskSpecification} says what they may see. What ends the task returns how many callbacks
 * it ran on its own thread, or {@link #LOST}, so a callback that is lost, doubled or run by a
 * stranger is a wrong result (K1, K2, S4).
 */
@Param(name = "value", gen = IntGen.class, conf = "1:2")
public class TaskOperations {
  static final int LOST = -1;

  private static final Method SETTLE = settle();

  private final LockFreePool pool = new LockFreePool(ExecutorConfig.defaults());
  private final Task<Integer> task = new CallableTask<>(pool, () -> 0);
  private final ThreadLocal<int[]> told = ThreadLocal.withInitial(() -> new int[1]);
  private boolean runs;

  private static Method settle() {
    try {
      Method settle = Task.class.getDeclaredMethod("settle", Object.class, int.class);
      settle.setAccessible(true);
      return settle;
    } catch (NoSuchMethodException renamed) {
      throw new AssertionError(renamed);
    }
  }

  /** A worker claims it. There is one runner: the same thread ends the body. */
  @Operation(nonParallelGroup = "runner")
  public boolean claim() {
    boolean claimed = task.casState(Node.PENDING, Node.runningOn(0));
    runs |= claimed;
    return claimed;
  }

  /** The body returns. */
  @Operation(nonParallelGroup = "runner")
  public int succeed(@Param(name = "value") int value) {
    if (!runs) {
      return LOST;
    }
    runs = false;
    return end(() -> {
      try {
        Trampoline.run((Callback<?>) SETTLE.invoke(task, value, Node.SUCCEEDED));
      } catch (IllegalAccessException | InvocationTargetException failure) {
        throw new AssertionError(failure);
      }
      return !task.isCancelled();
    });
  }

  /** No worker can be had for it. */
  @Operation
  public int refuse() {
    return end(() -> {
      if (!task.casState(Node.PENDING, Node.FAILING)) {
        return false;
      }
      task.fail(new IllegalStateException());
      task.announceFailure();
      return true;
    });
  }

  /** Python's cancel: also true, without callbacks, for a future that is cancelled already (C5). */
  @Operation
  public int cancelUnlessRunning() {
    return end(task::cancel);
  }

  @Operation
  public int cancel() {
    return end(() -> task.cancel(false));
  }

  final int end(BooleanSupplier step) {
    int before = told.get()[0];
    return step.getAsBoolean() ? told.get()[0] - before : LOST;
  }

  /** Returns whether the callback ran within the registration, because the future was done. */
  @Operation
  public boolean register() {
    int before = told.get()[0];
    task.addDoneCallback(done -> told.get()[0]++);
    return told.get()[0] > before;
  }

  @Operation
  public boolean isDone() {
    return task.isDone();
  }

  /** Returns the state, and the outcome if the state has one (S2, S6). */
  @Operation
  public String look() {
    TaskState state = task.taskState();
    return switch (state) {
      case SUCCEEDED -> state + " " + task.resultNow();
      case FAILED -> state + " " + task.exceptionNow().getClass().getSimpleName();
      default -> state.toString();
    };
  }

  final Task<Integer> task() {
    return task;
  }
}
