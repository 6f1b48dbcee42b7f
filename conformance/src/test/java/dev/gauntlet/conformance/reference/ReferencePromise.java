package dev.gauntlet.conformance.reference;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.Promise;
import java.util.Objects;

/** A future that is settled by hand, with a lock of its own. */
public class ReferencePromise<V> extends ReferenceFuture<V> implements Promise<V> {

  public ReferencePromise() {
    super(new Monitor(), ExecutorConfig.defaults());
  }

  @Override
  public TaskFuture<V> future() {
    return this;
  }

  @Override
  public boolean start() {
    return monitor.locked(() -> {
      if (taskState() == TaskState.RUNNING) {
        throw new IllegalStateException("running already: " + this);
      }
      return taskState() == TaskState.PENDING && started();
    });
  }

  @Override
  public boolean trySucceed(V value) {
    return settleAndAnnounce(TaskState.SUCCEEDED, value, null);
  }

  @Override
  public boolean tryFail(Throwable failure) {
    Objects.requireNonNull(failure, "failure");
    return settleAndAnnounce(TaskState.FAILED, null, failure);
  }
}
