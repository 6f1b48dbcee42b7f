package dev.gauntlet.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskFutures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class ExecutorConfigTest {

  @Test
  void defaults() {
    ExecutorConfig config = ExecutorConfig.defaults();
    assertEquals(Runtime.getRuntime().availableProcessors(), config.workers());
    assertEquals(OptionalInt.empty(), config.queueCapacity());
    assertFalse(config.daemon());
    assertNull(config.initializer());
    assertNull(config.threadFactory());
  }

  @Test
  void settersValidateAtOnce() {
    ExecutorConfig.Builder builder = ExecutorConfig.builder();
    assertThrows(IllegalArgumentException.class, () -> builder.workers(0));
    assertThrows(
        IllegalArgumentException.class, () -> builder.queueCapacity(0, RejectionPolicy.BLOCK));
    assertThrows(NullPointerException.class, () -> builder.queueCapacity(1, null));
    assertThrows(NullPointerException.class, () -> builder.threadFactory(null));
    assertThrows(NullPointerException.class, () -> builder.threadNamePrefix(null));
    assertThrows(NullPointerException.class, () -> builder.initializer(null));
    assertThrows(NullPointerException.class, () -> builder.callbackFailureHandler(null));
  }

  @Test
  void defaultThreadsAreNamedAndCarryNothing() {
    ExecutorConfig config = ExecutorConfig.builder().daemon(true).build();
    Thread first = config.newThreadFactory("prefix").newThread(() -> {});
    ThreadFactory other = config.newThreadFactory("prefix");
    assertTrue(first.getName().matches("prefix-\\d+-1"), first.getName());
    assertFalse(first.getName().equals(other.newThread(() -> {}).getName()));
    assertTrue(first.isDaemon());
    assertSame(ClassLoader.getSystemClassLoader(), first.getContextClassLoader());
  }

  @Test
  void aFactoryOfTheUserIsUsedAsItIs() {
    ThreadFactory own = Thread::new;
    ExecutorConfig config = ExecutorConfig.builder().threadFactory(own).build();
    assertSame(own, config.newThreadFactory("ignored"));
  }

  @Test
  void aFailingHandlerIsContained() {
    List<Throwable> told = new ArrayList<>();
    ExecutorConfig config =
        ExecutorConfig.builder()
            .callbackFailureHandler((future, failure) -> {
              told.add(failure);
              throw new IllegalStateException("of the handler");
            })
            .build();
    IllegalArgumentException failure = new IllegalArgumentException("of the callback");
    config.reportCallbackFailure(TaskFutures.adapt(new CompletableFuture<>()), failure);
    assertEquals(List.of(failure), told);
  }

  @Test
  void aFailingHandlerIsLogged() {
    List<String> logged = new ArrayList<>();
    Logger logger = Logger.getLogger("dev.gauntlet");
    logger.setFilter(entry -> {
      logged.add(entry.getMessage());
      return false;
    });
    try {
      ExecutorConfig.builder()
          .callbackFailureHandler((future, failure) -> {
            throw new IllegalStateException("of the handler");
          })
          .build()
          .reportCallbackFailure(
              TaskFutures.adapt(new CompletableFuture<>()), new Exception("of the callback"));
    } finally {
      logger.setFilter(null);
    }
    assertEquals(List.of("the callback failure handler threw"), logged);
  }

  @Test
  void whatIsSetIsThere() {
    ThreadFactory own = Thread::new;
    ExecutorConfig config =
        ExecutorConfig.builder()
            .threadFactory(own)
            .threadNamePrefix("prefix")
            .daemon(true)
            .queueCapacity(1, RejectionPolicy.BLOCK)
            .build();
    assertSame(own, config.threadFactory());
    assertEquals("prefix", config.threadNamePrefix());
    assertTrue(config.daemon());
    assertFalse(ExecutorConfig.defaults().daemon());
    assertEquals(1, config.queueCapacity().orElseThrow());
    assertEquals(RejectionPolicy.BLOCK, config.rejectionPolicy());
  }
}
