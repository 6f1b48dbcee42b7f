package dev.gauntlet.soak;

import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what an executor that is at rest still has: bodies fill all its workers at once, and tasks
 * all places of its queue (L16, L29, I4). A worker or a place that was lost on the way is missing.
 */
final class RollCall {
  private static final int ENOUGH = 6;

  private final Arena arena;
  private final Patience patience;
  private final SplittableRandom random;
  private final AtomicInteger present = new AtomicInteger();
  private final CountDownLatch dismissed = new CountDownLatch(1);

  RollCall(Arena arena, Patience patience) {
    this.arena = arena;
    this.patience = patience;
    this.random = new SplittableRandom(arena.plan.seed());
  }

  /** The body of those who are called; one that a full queue left to the caller does not count. */
  void attend() throws InterruptedException {
    if (Actor.isCurrentThread()) {
      return;
    }
    present.incrementAndGet();
    dismissed.await();
  }

  void hold() {
    arena.begin(this);
    arena.workers.all().stream().filter(RollCall::isIdle).forEach(Thread::interrupt);
    try {
      fillWorkers();
      if (arena.plan.isBounded()) {
        fillQueue();
      }
    } finally {
      dismissed.countDown();
    }
  }

  /** A worker between two looks at its queue is not idle: it may keep the flag (I4). */
  private static boolean isIdle(Thread worker) {
    return worker.getState() == Thread.State.WAITING;
  }

  /** Waits until nothing is on its way any more. */
  void awaitRest() {
    patience.await("all tasks have ended", () -> Audit.isQuiet(arena));
  }

  private void fillWorkers() {
    int expected = arena.has(Capability.BOUNDED_WORKERS) ? arena.plan.workers() : ENOUGH;
    for (int i = 0; i < expected; i++) {
      patience.await("a task of the roll call is accepted", this::callOne);
    }
    try {
      patience.await("", () -> present.get() == expected);
    } catch (HungException missing) {
      arena.ledger.violation(
          "L16", "only " + present.get() + " of " + expected + " bodies run at once, at rest");
    }
  }

  /** A worker that is about to rest may be taken for busy, so a full queue is no answer yet. */
  private boolean callOne() {
    Ticket ticket = arena.submit(BodyKind.ATTENDS, random, 0);
    return ticket.future != null && !ticket.ended;
  }

  private void fillQueue() {
    int capacity = arena.plan.queueCapacity();
    for (int i = 0; i < capacity; i++) {
      Ticket ticket = arena.submit(BodyKind.RETURNS, random, Body.GENERATIONS);
      if (ticket.future == null || ticket.runs.get() > 0) {
        arena.ledger.violation("L29", "only " + i + " of " + capacity + " places, at rest");
        return;
      }
    }
    if (arena.plan.policy() == RejectionPolicy.REJECT
        && arena.submit(BodyKind.RETURNS, random, Body.GENERATIONS).future != null) {
      arena.ledger.violation("L29", "more than " + capacity + " places, at rest");
    }
  }
}
