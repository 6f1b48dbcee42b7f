package dev.gauntlet.model;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.Promise;
import java.util.function.BooleanSupplier;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * One promise and what two threads may do with it at once; {@link PromiseSpecification} says what
 * they may see. A settling operation returns how many callbacks it ran on its own thread, or {@link
 * #LOST}, so a callback that is lost, doubled or run by a stranger is a wrong result (K1, K2, S4).
 */
@Param(name = "value", gen = IntGen.class, conf = "1:2")
public abstract class PromiseOperations {
  static final int LOST = -1;

  private final Promise<Integer> promise;
  private final ThreadLocal<int[]> told = ThreadLocal.withInitial(() -> new int[1]);

  protected PromiseOperations(ExecutorProvider provider) {
    this.promise = provider.promises().orElseThrow().newPromise();
  }

  protected final TaskFuture<Integer> future() {
    return promise.future();
  }

  @Operation
  public boolean start() {
    return promise.start();
  }

  @Operation
  public int trySucceed(@Param(name = "value") int value) {
    return settle(() -> promise.trySucceed(value));
  }

  @Operation
  public int tryFail() {
    return settle(() -> promise.tryFail(new IllegalStateException()));
  }

  /** Python's cancel: also true, without callbacks, for a future that is cancelled already (C5). */
  @Operation
  public int cancelUnlessRunning() {
    return settle(() -> future().cancel());
  }

  @Operation
  public int cancel() {
    return settle(() -> future().cancel(true));
  }

  protected int settle(BooleanSupplier step) {
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
