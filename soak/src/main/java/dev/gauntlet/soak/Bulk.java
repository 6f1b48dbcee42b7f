package dev.gauntlet.soak;

import dev.gauntlet.FuturesInterruptedException;
import dev.gauntlet.FuturesTimeoutException;
import dev.gauntlet.MapOptions;
import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Operations that hand over several tasks and wait for them. */
final class Bulk {
  private static final int LONGEST_MICROS = 2000;

  private Bulk() {}

  /** The operation may cancel these tasks with an interrupt whenever it gives up. */
  private static List<Body> bodies(Arena arena, SplittableRandom random) {
    List<Body> bodies = new ArrayList<>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      Ticket ticket = arena.ledger.newTicket(Ticket.Way.BULK);
      ticket.aimed = true;
      BodyKind kind = BodyKind.draw(random, Body.GENERATIONS);
      bodies.add(new Body(arena, ticket, kind, random.nextLong(), Body.GENERATIONS));
    }
    return bodies;
  }

  static void invokeAll(Arena arena, SplittableRandom random) {
    List<Body> bodies = bodies(arena, random);
    long micros = random.nextInt(LONGEST_MICROS);
    try {
      List<Future<Ticket>> futures =
          random.nextBoolean()
              ? arena.executor().invokeAll(bodies)
              : arena.executor().invokeAll(bodies, micros, TimeUnit.MICROSECONDS);
      for (int i = 0; i < bodies.size(); i++) {
        settled(arena, bodies.get(i).ticket(), futures.get(i));
      }
    } catch (RejectedExecutionException refusal) {
      expectReason(arena, refusal);
    } catch (InterruptedException interrupt) {
      expectOwnInterrupt(arena);
    }
  }

  private static void settled(Arena arena, Ticket ticket, Future<Ticket> future) {
    if (!(future instanceof TaskFuture<?> taskFuture) || !future.isDone()) {
      arena.ledger.violation("J2", "invokeAll has returned a future that is not done: " + ticket);
    } else {
      ticket.accepted(taskFuture);
    }
  }

  static void invokeAny(Arena arena, SplittableRandom random) {
    List<Body> bodies = bodies(arena, random);
    long micros = random.nextInt(LONGEST_MICROS);
    try {
      Ticket first =
          random.nextBoolean()
              ? arena.executor().invokeAny(bodies)
              : arena.executor().invokeAny(bodies, micros, TimeUnit.MICROSECONDS);
      if (bodies.stream().noneMatch(body -> body.ticket() == first) || !first.showsTrace()) {
        arena.ledger.violation("J5", "invokeAny has returned what none of its tasks did");
      }
    } catch (RejectedExecutionException refusal) {
      expectReason(arena, refusal);
    } catch (ExecutionException | TimeoutException noSuccess) {
      // Neither is a surprise: every body may fail, and the time may be too short.
    } catch (InterruptedException interrupt) {
      expectOwnInterrupt(arena);
    }
  }

  /** The results come in the order of the inputs, and some iterations are left early. */
  static void map(Arena arena, SplittableRandom random) {
    List<Body> bodies = bodies(arena, random);
    int taken = random.nextInt(1, 8);
    try (MappedResults<Ticket> results =
        arena.executor().map(Bulk::call, bodies, options(random))) {
      for (int i = 0; i < taken && results.hasNext(); i++) {
        expectResult(arena, bodies.get(i).ticket(), results);
      }
    } catch (RejectedExecutionException refusal) {
      expectReason(arena, refusal);
    } catch (FuturesTimeoutException late) {
      // The time may be too short.
    } catch (FuturesInterruptedException interrupt) {
      expectOwnInterrupt(arena);
    }
  }

  private static MapOptions options(SplittableRandom random) {
    MapOptions options = MapOptions.defaults();
    if (random.nextBoolean()) {
      options = options.withBufferSize(random.nextInt(1, 4));
    }
    if (random.nextBoolean()) {
      options = options.withTimeout(Duration.ofNanos(random.nextInt(LONGEST_MICROS) * 1000L));
    }
    return options;
  }

  private static Ticket call(Body body) {
    body.run();
    return body.ticket();
  }

  private static void expectResult(Arena arena, Ticket expected, MappedResults<Ticket> results) {
    try {
      if (results.next() != expected || !expected.showsTrace()) {
        arena.ledger.violation("M1", "map yields another result than that of " + expected);
      }
    } catch (RejectedExecutionException
        | FuturesTimeoutException
        | FuturesInterruptedException end) {
      throw end;
    } catch (Throwable failure) {
      // The body has failed, or was cancelled by a shutdown.
    }
  }

  private static void expectReason(Arena arena, RejectedExecutionException refusal) {
    if (!arena.mayRefuse()) {
      arena.ledger.violation("L1", "refused without a reason: " + refusal);
    }
  }

  /** A body that interrupts itself may run on this thread, because the queue is full. */
  private static void expectOwnInterrupt(Arena arena) {
    if (!Actor.hasInterruptedItself()) {
      arena.ledger.violation("I11", "an actor was interrupted in a bulk operation");
    }
  }
}
