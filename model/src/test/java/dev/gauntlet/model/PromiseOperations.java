package dev.gauntlet.model;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.Promise;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * One promise and what two threads may do with it at once; {@link PromiseSpecification} says what
 * they may see.
 */
@Param(name = "value", gen = IntGen.class, conf = "1:2")
public abstract class PromiseOperations extends FutureOperations {
  private final Promise<Integer> promise;

  protected PromiseOperations(ExecutorProvider provider) {
    this.promise = provider.promises().orElseThrow().newPromise();
  }

  @Override
  protected final TaskFuture<Integer> future() {
    return promise.future();
  }

  @Operation
  public boolean start() {
    return promise.start();
  }

  @Operation
  public int trySucceed(@Param(name = "value") int value) {
    return end(() -> promise.trySucceed(value));
  }

  @Operation
  public int tryFail() {
    return end(() -> promise.tryFail(new IllegalStateException()));
  }
}
