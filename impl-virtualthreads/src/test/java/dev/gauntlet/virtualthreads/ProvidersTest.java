package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the two providers offer and refuse. */
class ProvidersTest {
  private final ExecutorProvider unbounded = new VirtualThreadProvider();
  private final ExecutorProvider bounded = new BoundedVirtualThreadProvider();

  @Test
  void serviceLoader_findsBoth() {
    Set<String> names =
        ServiceLoader.load(ExecutorProvider.class).stream()
            .map(provider -> provider.get().name())
            .collect(Collectors.toSet());
    assertTrue(
        names.containsAll(Set.of("virtualthreads", "virtualthreads-bounded")), names::toString);
  }

  @Test
  void capabilities_cannotBeChanged() {
    for (ExecutorProvider provider : Set.of(unbounded, bounded)) {
      assertThrows(
          UnsupportedOperationException.class,
          () -> provider.capabilities().remove(Capability.PROMISES));
    }
  }

  @Test
  void open_lackingCapability_isNamed() {
    ExecutorConfig.Builder prefix = ExecutorConfig.builder().threadNamePrefix("mine");
    refused(unbounded, prefix, Capability.CUSTOM_THREADS);
    refused(bounded, prefix, Capability.CUSTOM_THREADS);
    refused(unbounded, ExecutorConfig.builder().initializer(() -> {}), Capability.INITIALIZER);
    refused(
        unbounded,
        ExecutorConfig.builder().queueCapacity(1, RejectionPolicy.CALLER_RUNS),
        Capability.BOUNDED_QUEUE);
    refused(
        unbounded,
        ExecutorConfig.builder().queueCapacity(1, RejectionPolicy.BLOCK),
        Capability.BLOCKS_WHEN_FULL);
  }

  private static void refused(
      ExecutorProvider provider, ExecutorConfig.Builder config, Capability lacking) {
    UnsupportedOperationException refusal =
        assertThrows(UnsupportedOperationException.class, () -> provider.open(config.build()));
    assertEquals(
        "the executor " + provider.name() + " lacks the capability " + lacking,
        refusal.getMessage());
  }
}
