package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.Worker;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Violates B1 only: the initializer runs twice on the second worker of a pool. */
@Violates("B1")
final class InitializerRunsTwice extends ReferenceProvider {
  private final Set<ReferencePool> first = ConcurrentHashMap.newKeySet();

  @Override
  public Worker newWorker(ReferencePool pool) {
    return new Worker(pool) {
      @Override
      public boolean initialize() {
        return super.initialize() && (first.add(pool) || super.initialize());
      }
    };
  }
}
