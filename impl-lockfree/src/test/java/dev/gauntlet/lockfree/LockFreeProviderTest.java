package dev.gauntlet.lockfree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorProvider;
import java.util.EnumSet;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LockFreeProviderTest {

  @Test
  void serviceLoader_findsTheProvider() {
    boolean found =
        ServiceLoader.load(ExecutorProvider.class).stream()
            .anyMatch(provider -> provider.type() == LockFreeProvider.class);
    assertTrue(found);
  }

  @Test
  void provider_declaresEveryCapability() {
    LockFreeProvider provider = new LockFreeProvider();
    assertEquals("lockfree", provider.name());
    assertEquals(EnumSet.allOf(Capability.class), provider.capabilities());
    assertTrue(provider.promises().isPresent());
  }

  @Test
  void executor_tellsItsStateWithoutATask() throws Exception {
    TaskExecutor executor = Probe.open(3);
    Probe.Held held = new Probe.Held(executor);
    for (int i = 0; i < 2; i++) {
      TaskExecutor busy = executor;
      busy.execute(() -> {});
    }
    assertTrue(executor.toString().contains("running"), executor.toString());
    executor.shutdown();
    assertTrue(executor.toString().contains("shutting down"), executor.toString());
    held.release();
    Probe.close(executor);
    assertTrue(executor.toString().contains("terminated, workers = 0"), executor.toString());
  }

  @Test
  void futures_tellTheirStateAndNothingElse() {
    LockFreePromise<Object> promise = new LockFreePromise<>();
    assertTrue(promise.toString().endsWith("[PENDING]"), promise.toString());
    promise.trySucceed(
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("never called");
          }
        });
    assertTrue(promise.toString().endsWith("[SUCCEEDED]"), promise.toString());
  }
}
