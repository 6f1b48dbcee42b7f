package dev.gauntlet.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The recent submitted tasks, for everybody to cancel, to wait for and to listen to. */
final class Board {
  private static final int SLOTS = 16;

  private final AtomicReferenceArray<@Nullable Ticket> slots = new AtomicReferenceArray<>(SLOTS);

  void post(Ticket ticket) {
    slots.set(ticket.number % SLOTS, ticket);
  }

  @Nullable Ticket pick(SplittableRandom random) {
    return slots.get(random.nextInt(SLOTS));
  }

  /** Returns some tickets; one may be there twice. */
  List<Ticket> pickSome(SplittableRandom random) {
    List<Ticket> picked = new ArrayList<>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      Ticket ticket = pick(random);
      if (ticket != null) {
        picked.add(ticket);
      }
    }
    return picked;
  }
}
