package dev.gauntlet.soak;

import dev.gauntlet.TaskFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The body of a task: what it does was drawn when it was submitted. */
final class Body implements Callable<Ticket>, Runnable {
  /** How deeply bodies submit bodies. */
  static final int GENERATIONS = 2;

  private static final int LONGEST_MICROS = 1500;

  private final Arena arena;
  private final Ticket ticket;
  private final BodyKind kind;
  private final long draw;
  private final int generation;

  Body(Arena arena, Ticket ticket, BodyKind kind, long draw, int generation) {
    this.arena = arena;
    this.ticket = ticket;
    this.kind = kind;
    this.draw = draw;
    this.generation = generation;
    ticket.holds(this);
  }

  Ticket ticket() {
    return ticket;
  }

  @Override
  public void run() {
    try {
      perform();
    } catch (InterruptedException interrupt) {
      throw Fault.<RuntimeException>sneakily(interrupt);
    }
  }

  @Override
  public Ticket call() throws InterruptedException {
    perform();
    return ticket;
  }

  private void perform() throws InterruptedException {
    if (ticket.runs.getAndIncrement() > 0) {
      arena.ledger.violation("S10", "a body has run twice: " + ticket);
    }
    boolean counts = arena.isOnBareWorker();
    if (counts) {
      arena.workerBegins();
    }
    Frames.push(ticket);
    try {
      arena.expectClearFlag("I1", "at the start of a body");
      act(new SplittableRandom(draw));
      arena.expectClearFlag("C8", "at the end of a body");
    } catch (Throwable failure) {
      throw note(failure);
    } finally {
      ticket.leaveTrace();
      ticket.ended = true;
      Frames.pop();
      if (counts) {
        arena.workers.ends();
      }
    }
  }

  /** Writes down what is about to be thrown. */
  private RuntimeException note(Throwable failure) {
    if (failure instanceof InterruptedException) {
      if (!arena.isInterruptExplained()) {
        arena.ledger.violation("C8", "a body was interrupted and nobody aimed at it: " + ticket);
      }
    } else if (kind != BodyKind.THROWS) {
      arena.ledger.violation("L1", "unexpected in a body: " + failure + ", " + ticket);
    }
    ticket.thrown = failure;
    if (ticket.way == Ticket.Way.EXECUTED) {
      arena.ledger.uncaught.thrown(failure);
    }
    return Fault.<RuntimeException>sneakily(failure);
  }

  private void act(SplittableRandom random) throws InterruptedException {
    switch (kind) {
      case RETURNS -> {}
      case THROWS -> throw Fault.<RuntimeException>sneakily(arena.makeFault(random));
      case WAITS -> waitAMoment(random);
      case PARKS -> LockSupport.parkNanos(1);
      case INTERRUPTS_ITSELF -> arena.interruptThisThread();
      case CANCELS_ITSELF -> cancelItself(random);
      case CANCELS_OTHER -> Cancelling.some(arena, random);
      case SUBMITS -> submit(random);
      case JOINS -> join(random);
      case ATTENDS -> arena.rollCall().attend();
      case SHUTS_DOWN_NOW -> Ending.SHUTDOWN_NOW.perform(arena);
      case CLOSES -> Ending.CLOSE.perform(arena);
    }
  }

  /** The future may not be known here yet. */
  private void cancelItself(SplittableRandom random) {
    if (ticket.future != null) {
      Cancelling.cancel(arena, ticket, random.nextInt(3));
    }
  }

  private Ticket submit(SplittableRandom random) {
    return arena.submit(BodyKind.draw(random, generation + 1), random, generation + 1);
  }

  private void join(SplittableRandom random) throws InterruptedException {
    List<Ticket> children = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      children.add(submit(random));
    }
    for (Ticket child : children) {
      awaitOutcome(child.future);
    }
  }

  /** Waits without a limit: the watchdog knows the one who waits for this body in turn. */
  static void awaitOutcome(@Nullable TaskFuture<?> future) throws InterruptedException {
    if (future == null) {
      return;
    }
    try {
      Object unused = future.get();
    } catch (ExecutionException | CancellationException outcome) {
      // It has ended; how, the audit looks at.
    }
  }

  private void waitAMoment(SplittableRandom random) throws InterruptedException {
    if (arena.plan.hurried()) {
      return;
    }
    TimeUnit.MICROSECONDS.sleep(random.nextInt(LONGEST_MICROS));
  }

  @Override
  public String toString() {
    return Tally.nameOf(kind);
  }
}
