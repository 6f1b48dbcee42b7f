package dev.gauntlet.lockfree;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.model.FutureOperations;
import dev.gauntlet.spi.ExecutorConfig;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * A task that runs, and what its runner and those who hold its future may do at once; {@link
 * TaskSpecification} says what they may see. (Who claims it is what {@link QueueOperations} are
 * about.)
 */
@Param(name = "value", gen = IntGen.class, conf = "1:2")
public class TaskOperations extends FutureOperations {
  private static final Method SETTLE = settle();

  private final LockFreePool pool = new LockFreePool(ExecutorConfig.defaults());
  private final Task<Integer> task = new CallableTask<>(pool, () -> 0);

  public TaskOperations() {
    task.casState(Node.PENDING, Node.runningOn(0));
  }

  private static Method settle() {
    try {
      Method settle = Task.class.getDeclaredMethod("settle", Object.class, int.class);
      settle.setAccessible(true);
      return settle;
    } catch (NoSuchMethodException renamed) {
      throw new AssertionError(renamed);
    }
  }

  @Override
  protected final TaskFuture<Integer> future() {
    return task;
  }

  final Task<Integer> task() {
    return task;
  }

  /** The body returns. There is one runner. */
  @Operation(nonParallelGroup = "runner")
  public int succeed(@Param(name = "value") int value) {
    if (task.isDone()) {
      return LOST;
    }
    return end(() -> {
      settle(value);
      return !task.isCancelled();
    });
  }

  void settle(int value) {
    try {
      Trampoline.run((Callback<?>) SETTLE.invoke(task, value, Node.SUCCEEDED));
    } catch (IllegalAccessException | InvocationTargetException failure) {
      throw new AssertionError(failure);
    }
  }
}
