package dev.gauntlet.soak;

import java.util.SplittableRandom;

/** Operations that hand over single tasks. */
final class Submitting {

  private Submitting() {}

  static void callable(Arena arena, SplittableRandom random) {
    Ticket unused = arena.submit(BodyKind.draw(random, 0), random, 0);
  }

  static void runnable(Arena arena, SplittableRandom random) {
    Ticket unused =
        arena.submit(
            BodyKind.draw(random, 0),
            random,
            0,
            body -> {
              body.ticket().yieldsNull = true;
              return arena.executor().submit((Runnable) body);
            });
  }

  static void runnableWithResult(Arena arena, SplittableRandom random) {
    Ticket unused =
        arena.submit(
            BodyKind.draw(random, 0),
            random,
            0,
            body -> arena.executor().submit(body, body.ticket()));
  }

  static void execute(Arena arena, SplittableRandom random) {
    BodyKind kind = BodyKind.draw(random, 0);
    boolean needsFuture = kind == BodyKind.CANCELS_ITSELF;
    Ticket unused = arena.execute(needsFuture ? BodyKind.RETURNS : kind, random);
  }

  /** Callbacks that are registered while the task starts, runs or ends. */
  static void withCallbacks(Arena arena, SplittableRandom random) {
    Ticket ticket = arena.submit(BodyKind.draw(random, 0), random, 0);
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      Registering.register(arena, ticket, ticket.future, CallbackKind.draw(random), random);
    }
  }

  /** A cancel that meets the task while it starts, runs or ends. */
  static void thenCancel(Arena arena, SplittableRandom random) {
    Ticket ticket = arena.submit(BodyKind.draw(random, 0), random, 0);
    for (int i = random.nextInt(64); i > 0; i--) {
      Thread.onSpinWait();
    }
    Cancelling.cancel(arena, ticket, random.nextInt(3));
  }
}
