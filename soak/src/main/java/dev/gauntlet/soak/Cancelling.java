package dev.gauntlet.soak;

import dev.gauntlet.TaskFuture;
import java.util.SplittableRandom;

/** Operations that cancel. */
final class Cancelling {
  private static final int PLAIN = 0;
  private static final int WITHOUT_INTERRUPT = 1;

  private Cancelling() {}

  static void plain(Arena arena, SplittableRandom random) {
    cancelPicked(arena, random, PLAIN);
  }

  static void withoutInterrupt(Arena arena, SplittableRandom random) {
    cancelPicked(arena, random, WITHOUT_INTERRUPT);
  }

  static void withInterrupt(Arena arena, SplittableRandom random) {
    cancelPicked(arena, random, 2);
  }

  /** Cancels a recent task in some way. */
  static void some(Arena arena, SplittableRandom random) {
    cancelPicked(arena, random, random.nextInt(3));
  }

  private static void cancelPicked(Arena arena, SplittableRandom random, int how) {
    Ticket ticket = arena.board.pick(random);
    if (ticket != null) {
      cancel(arena, ticket, how);
    }
  }

  /** Cancels a task, if it has a future: plainly (0), without (1) or with (2) an interrupt. */
  static void cancel(Arena arena, Ticket ticket, int how) {
    TaskFuture<?> future = ticket.future;
    if (future == null) {
      return;
    }
    if (how == PLAIN) {
      notePlain(arena, ticket, future);
    } else {
      boolean interrupts = how != WITHOUT_INTERRUPT;
      if (interrupts) {
        ticket.aimed = true; // never back: somebody else may aim at the same moment
      }
      note(arena, ticket, future, future.cancel(interrupts));
    }
  }

  private static void notePlain(Arena arena, Ticket ticket, TaskFuture<?> future) {
    if (future.cancel()) {
      ticket.cancelled = true;
      expectCancelled(arena, ticket, future);
    }
  }

  private static void note(Arena arena, Ticket ticket, TaskFuture<?> future, boolean won) {
    if (!won) {
      if (!future.isDone()) {
        arena.ledger.violation("C2", "cancel(boolean) was false, and it is not done: " + ticket);
      }
      return;
    }
    if (ticket.cancels.incrementAndGet() > 1) {
      arena.ledger.violation("C5", "cancel(boolean) was true twice: " + ticket);
    }
    expectCancelled(arena, ticket, future);
  }

  private static void expectCancelled(Arena arena, Ticket ticket, TaskFuture<?> future) {
    if (!future.isCancelled() || !future.isDone()) {
      arena.ledger.violation("S3", "cancel was true, and it is not cancelled: " + ticket);
    }
  }
}
