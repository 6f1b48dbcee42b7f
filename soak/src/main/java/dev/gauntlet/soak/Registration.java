package dev.gauntlet.soak;

import dev.gauntlet.TaskFuture;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One registration of a callback: what it does, how often it was called, and whether it ended. */
final class Registration implements Consumer<TaskFuture<?>> {
  private final Arena arena;
  private final Ticket ticket;
  private final CallbackKind kind;
  private final long draw;
  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean ended;

  /** Whether an executor was to run it, which may refuse. */
  final boolean handedOver;

  Registration(Arena arena, Ticket ticket, CallbackKind kind, long draw, boolean handedOver) {
    this.arena = arena;
    this.ticket = ticket;
    this.kind = kind;
    this.draw = draw;
    this.handedOver = handedOver;
  }

  int calls() {
    return calls.get();
  }

  /** Whether it was called and does nothing more: until then it may submit and register. */
  boolean hasEnded() {
    return ended;
  }

  @Override
  public void accept(TaskFuture<?> future) {
    if (calls.getAndIncrement() > 0) {
      arena.ledger.violation("K1", "a callback was called twice: " + this);
    }
    try {
      perform(future);
    } finally {
      ended = true;
    }
  }

  private void perform(TaskFuture<?> future) {
    arena.expectClearFlag("K11", "at the start of a callback");
    look(future);
    SplittableRandom random = new SplittableRandom(draw);
    if (kind == CallbackKind.THROWS) {
      throw note(arena.makeFault(random));
    }
    try {
      act(future, random);
    } catch (InterruptedException interrupt) {
      throw note(interrupt);
    } catch (Throwable failure) {
      arena.ledger.violation("K9", "unexpected in a callback: " + failure + ", " + this);
      throw note(failure);
    }
  }

  /** The future is done, and what its body did is seen (S5, V4). */
  private void look(TaskFuture<?> future) {
    if (!future.isDone()) {
      arena.ledger.violation("S5", "a callback runs before its future is done: " + this);
    } else {
      Retrieving.checkOutcome(arena, ticket, future);
    }
  }

  private RuntimeException note(Throwable failure) {
    if (failure instanceof InterruptedException && !arena.isInterruptExplained()) {
      arena.ledger.violation("I2", "a callback was interrupted for no reason: " + this);
    }
    arena.ledger.callbackFailures.thrown(failure);
    return Fault.<RuntimeException>sneakily(failure);
  }

  private void act(TaskFuture<?> future, SplittableRandom random) throws InterruptedException {
    switch (kind) {
      case LOOKS, THROWS -> {}
      case SUBMITS -> {
        Ticket unused = submit(random);
      }
      case JOINS -> Body.awaitOutcome(submit(random).future);
      case CANCELS_OTHER -> Cancelling.some(arena, random);
      case REGISTERS -> Registering.register(arena, ticket, future, CallbackKind.LOOKS, random);
      case INTERRUPTS_ITSELF -> arena.interruptThisThread();
      case CLOSES -> Ending.CLOSE.perform(arena);
    }
  }

  private Ticket submit(SplittableRandom random) {
    BodyKind body = BodyKind.draw(random, Body.GENERATIONS);
    return arena.submit(body, random, Body.GENERATIONS);
  }

  @Override
  public String toString() {
    return "callback that " + Tally.nameOf(kind) + ", of " + ticket;
  }
}
