package dev.gauntlet.soak;

import dev.gauntlet.TaskFuture;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Operations that register callbacks with tasks in any state. */
final class Registering {

  private Registering() {}

  static void inline(Arena arena, SplittableRandom random) {
    Ticket ticket = arena.board.pick(random);
    if (ticket != null) {
      register(arena, ticket, ticket.future, CallbackKind.draw(random), random);
    }
  }

  /** The executor itself runs the callback, or refuses to. */
  static void throughExecutor(Arena arena, SplittableRandom random) {
    Ticket ticket = arena.board.pick(random);
    TaskFuture<?> future = ticket == null ? null : ticket.future;
    if (ticket != null && future != null) {
      Registration registration =
          new Registration(arena, ticket, CallbackKind.LOOKS, random.nextLong(), true);
      future.addDoneCallback(arena.ledger.register(registration), arena.executor());
    }
  }

  static void register(
      Arena arena,
      Ticket ticket,
      @Nullable TaskFuture<?> future,
      CallbackKind kind,
      SplittableRandom random) {
    if (future != null) {
      Registration registration = new Registration(arena, ticket, kind, random.nextLong(), false);
      future.addDoneCallback(arena.ledger.register(registration));
    }
  }
}
