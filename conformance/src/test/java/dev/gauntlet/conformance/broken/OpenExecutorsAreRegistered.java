package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Violates L25 only: a list of the open executors keeps those that nobody else knows any more. */
@Violates("L25")
final class OpenExecutorsAreRegistered extends ReferenceProvider {
  private final Set<TaskExecutor> open = ConcurrentHashMap.newKeySet();

  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    TaskExecutor executor =
        new ReferenceExecutor(pool) {
          @Override
          public void shutdown(boolean cancelPending) {
            open.remove(this);
            super.shutdown(cancelPending);
          }
        };
    open.add(executor);
    return executor;
  }
}
