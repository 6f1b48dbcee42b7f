package dev.gauntlet.stress;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.FutureWaiter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts how often it is told; as a waiter or as a callback. */
final class Tally implements FutureWaiter, Consumer<TaskFuture<String>> {
  private final AtomicInteger count = new AtomicInteger();

  @Override
  public void futureDone(TaskFuture<?> future) {
    count.incrementAndGet();
  }

  @Override
  public void accept(TaskFuture<String> future) {
    count.incrementAndGet();
  }

  @Override
  public String toString() {
    return switch (count.get()) {
      case 0 -> "never told";
      case 1 -> "told once";
      default -> "told more than once";
    };
  }
}
