package dev.gauntlet.soak;

import java.util.SplittableRandom;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Makes worker threads, except when it fails; and sometimes it submits a task itself (L32). */
final class FaultyThreadFactory implements ThreadFactory {
  private static final int SUBMITS_PERCENT = 5;
  private static final ThreadLocal<Boolean> MAKING = ThreadLocal.withInitial(() -> false);

  private final Arena arena;
  private final SplittableRandom random;
  private final ThreadFactory healthy = ThreadFault.daemons();

  FaultyThreadFactory(Arena arena, long seed) {
    this.arena = arena;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public @Nullable Thread newThread(Runnable worker) {
    SplittableRandom choices = choices();
    if (choices.nextInt(100) < SUBMITS_PERCENT) {
      submit(choices);
    }
    if (choices.nextInt(100) >= arena.plan.factoryFailurePercent()) {
      return healthy.newThread(worker);
    }
    ThreadFault fault = ThreadFault.draw(choices);
    arena.counts.threadFaults.count(fault);
    return fault.make(worker);
  }

  private synchronized SplittableRandom choices() {
    return random.split();
  }

  /** The submission may need a thread in turn, whose making submits nothing. */
  private void submit(SplittableRandom choices) {
    if (arena.isOpen() && !MAKING.get()) {
      MAKING.set(true);
      try {
        Ticket unused = arena.submit(BodyKind.RETURNS, choices, Body.GENERATIONS);
      } finally {
        MAKING.remove();
      }
    }
  }
}
