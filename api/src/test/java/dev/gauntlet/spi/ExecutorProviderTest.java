package dev.gauntlet.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gauntlet.TaskExecutor;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExecutorProviderTest {
  private static final ExecutorProvider LEAST =
      new ExecutorProvider() {
        @Override
        public String name() {
          return "least";
        }

        @Override
        public Set<Capability> capabilities() {
          return Set.of();
        }

        @Override
        public TaskExecutor open(ExecutorConfig config) {
          throw new UnsupportedOperationException();
        }
      };

  @Test
  void whatAProviderNeedNotSay_hasADefault() {
    assertEquals("least", LEAST.description());
    assertEquals(Optional.empty(), LEAST.promises());
    assertEquals(Optional.empty(), LEAST.version());
  }
}
