package dev.gauntlet.soak;

import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Operations of one actor that wait for one task, with a limit or without. */
final class Retrieving {
  private static final int LONGEST_MICROS = 400;

  private Retrieving() {}

  /** A retrieval in one of its forms; what it delivers is looked at by {@link #checkOutcome}. */
  @FunctionalInterface
  private interface Retrieval {
    @Nullable Object from(TaskFuture<?> future) throws Exception;
  }

  static void get(Arena arena, SplittableRandom random) {
    retrieve(arena, random, TaskFuture::get);
  }

  static void result(Arena arena, SplittableRandom random) {
    retrieve(arena, random, TaskFuture::result);
  }

  static void exception(Arena arena, SplittableRandom random) {
    retrieve(arena, random, TaskFuture::exception);
  }

  static void timed(Arena arena, SplittableRandom random) {
    long micros = random.nextInt(LONGEST_MICROS);
    Retrieval retrieval =
        switch (random.nextInt(3)) {
          case 0 -> future -> future.get(micros, TimeUnit.MICROSECONDS);
          case 1 -> future -> future.result(Duration.ofNanos(micros * 1000));
          default -> future -> future.exception(Duration.ofNanos(micros * 1000));
        };
    retrieve(
        arena,
        random,
        future -> {
          try {
            return retrieval.from(future);
          } catch (TimeoutException expected) {
            return null;
          }
        });
  }

  /** An interrupted caller leaves, or is served with its flag still set (R9, R10). */
  static void interrupted(Arena arena, SplittableRandom random) {
    Ticket ticket = arena.board.pick(random);
    TaskFuture<?> future = ticket == null ? null : ticket.future;
    if (future == null) {
      return;
    }
    arena.interruptThisThread();
    boolean left = false;
    try {
      Object unused = future.get();
    } catch (InterruptedException expected) {
      left = true;
    } catch (ExecutionException | CancellationException outcome) {
      // It was done.
    }
    if (Thread.interrupted() == left) {
      arena.ledger.violation("R11", "an interrupt was lost in get, or thrown twice: " + ticket);
    }
  }

  /** States only move forward, and the different ways to ask agree (S1, S2). */
  static void poll(Arena arena, SplittableRandom random) {
    Ticket ticket = arena.board.pick(random);
    TaskFuture<?> future = ticket == null ? null : ticket.future;
    if (ticket == null || future == null) {
      return;
    }
    TaskState before = future.taskState();
    boolean done = future.isDone();
    TaskState after = future.taskState();
    if ((before != after && !before.mayBecome(after)) || (before.isDone() && !done)) {
      arena.ledger.violation("S1", "from " + before + " to " + after + ": " + ticket);
    }
    if (arena.executor().isTerminated() && !arena.executor().isShutdown()) {
      arena.ledger.violation("L12", "terminated, and not shut down");
    }
    if (future.toString().isEmpty() || arena.executor().toString().isEmpty()) {
      arena.ledger.violation("S7", "an empty name: " + ticket);
    }
  }

  private static void retrieve(Arena arena, SplittableRandom random, Retrieval retrieval) {
    Ticket ticket = arena.board.pick(random);
    TaskFuture<?> future = ticket == null ? null : ticket.future;
    if (ticket == null || future == null) {
      return;
    }
    try {
      Object unused = retrieval.from(future);
    } catch (InterruptedException interrupt) {
      arena.ledger.violation("I11", "an actor was interrupted in a retrieval: " + ticket);
    } catch (ExecutionException | CancellationException | CompletionException outcome) {
      expectDone(arena, ticket, future);
    } catch (Throwable thrown) {
      expectOwn(arena, ticket, thrown);
    }
    if (future.isDone()) {
      checkOutcome(arena, ticket, future);
    }
  }

  private static void expectDone(Arena arena, Ticket ticket, TaskFuture<?> future) {
    if (!future.isDone()) {
      arena.ledger.violation("S6", "an outcome was retrieved, and it is not done: " + ticket);
    }
  }

  /** The method {@code result} rethrows what the body threw (R3). */
  @SuppressWarnings("ReferenceEquality") // the very Throwable is promised
  private static void expectOwn(Arena arena, Ticket ticket, Throwable thrown) {
    if (ticket.thrown != thrown && !Audit.isRefusal(arena, ticket, thrown)) {
      arena.ledger.violation("R3", "retrieved a foreign Throwable: " + thrown + ", " + ticket);
    }
  }

  /** Compares what a done future delivers with what its body did. */
  @SuppressWarnings("ReferenceEquality") // the very Throwable is promised
  static void checkOutcome(Arena arena, Ticket ticket, TaskFuture<?> future) {
    switch (future.taskState()) {
      case SUCCEEDED -> {
        Object value = future.resultNow();
        if (value != (ticket.yieldsNull ? null : ticket)) {
          arena.ledger.violation("S12", "another value than the body returned: " + ticket);
        }
        expectTrace(arena, ticket);
      }
      case FAILED -> {
        Throwable failure = future.exceptionNow();
        if (failure == ticket.thrown) {
          expectTrace(arena, ticket);
        } else if (!Audit.isRefusal(arena, ticket, failure)) {
          arena.ledger.violation("R1", "another Throwable than the body threw: " + ticket);
        }
      }
      case CANCELLED -> {}
      case PENDING, RUNNING ->
          arena.ledger.violation("S6", "was done and is not any more: " + ticket);
    }
  }

  private static void expectTrace(Arena arena, Ticket ticket) {
    if (!ticket.showsTrace()) {
      arena.ledger.violation("V3", "what the body did is not seen: " + ticket);
    }
  }
}
