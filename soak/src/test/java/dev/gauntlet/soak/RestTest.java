package dev.gauntlet.soak;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.locking.LockingProvider;
import dev.gauntlet.spi.ExecutorConfig;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What still does something is not at rest: a roll call must not begin before it has ended. */
class RestTest {
  private static final SplittableRandom RANDOM = new SplittableRandom(1);

  private final LockingProvider provider = new LockingProvider();
  private final Arena arena =
      new Arena(
          EpochPlan.of(1, 0, provider.capabilities()),
          provider.capabilities(),
          new Ledger(0, new Violations()),
          new Counts());
  private boolean quietWithin = true;

  @BeforeEach
  void open() {
    arena.opened(provider.open(ExecutorConfig.defaults()));
  }

  @AfterEach
  void close() {
    arena.executor().close();
  }

  @Test
  void aCallbackIsOnItsWayUntilItEnds() throws InterruptedException {
    Ticket ticket = arena.submit(BodyKind.RETURNS, RANDOM, 0);
    TaskFuture<?> future = ticket.future;
    Object unused = future.result();
    assertTrue(Audit.isQuiet(arena));

    Registration callback =
        new Registration(arena, ticket, CallbackKind.LOOKS, RANDOM.nextLong(), false);
    arena.ledger.register(callback);
    assertFalse(Audit.isQuiet(arena), "not called yet");

    callback.accept(askingWithin(future));
    assertFalse(quietWithin, "called, and at work");
    assertTrue(Audit.isQuiet(arena));
  }

  private <V> TaskFuture<V> askingWithin(TaskFuture<V> future) {
    return new ForwardingFuture<>(future) {
      @Override
      public boolean isDone() {
        quietWithin = Audit.isQuiet(arena);
        return super.isDone();
      }
    };
  }
}
