package dev.gauntlet.conformance.broken;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.conformance.reference.ReferenceExecutor;
import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import java.lang.ref.Cleaner;

/**
 * Violates L33 only: what is to be done for an abandoned executor holds its configuration, after
 * the end too.
 */
@Violates("L33")
final class CleanerHoldsTheEndedExecutor extends ReferenceProvider {
  private static final Cleaner CLEANER = Cleaner.create();

  @Override
  public TaskExecutor newExecutor(ReferencePool pool) {
    TaskExecutor executor = new ReferenceExecutor(pool);
    CLEANER.register(executor, () -> pool.shutdown(false));
    return executor;
  }
}
