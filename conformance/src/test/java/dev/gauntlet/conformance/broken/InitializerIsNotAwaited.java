package dev.gauntlet.conformance.broken;

import dev.gauntlet.conformance.reference.ReferencePool;
import dev.gauntlet.conformance.reference.ReferenceProvider;
import dev.gauntlet.conformance.reference.Worker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Violates V8 only: after ten good initializers the next ones run beside the first bodies of their
 * workers. The rule opens 100 executors.
 */
@Violates("V8")
final class InitializerIsNotAwaited extends ReferenceProvider {
  private final AtomicInteger good = new AtomicInteger();

  @Override
  public Worker newWorker(ReferencePool pool) {
    return new Worker(pool) {
      @Override
      public boolean initialize() {
        if (pool.config.initializer() == null || good.get() < 10) {
          boolean initialized = super.initialize();
          good.addAndGet(initialized && pool.config.initializer() != null ? 1 : 0);
          return initialized;
        }
        Thread.startVirtualThread(() -> {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
          super.initialize();
        });
        return true;
      }
    };
  }
}
