package dev.gauntlet.soak;

import dev.gauntlet.BrokenExecutorException;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import java.util.IdentityHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Compares the books of an epoch with what became of its tasks and callbacks. */
final class Audit {
  private final Arena arena;
  private final Ledger ledger;

  private Audit(Arena arena) {
    this.arena = arena;
    this.ledger = arena.ledger;
  }

  /** Looks at everything, once the executor has terminated and its actors have ended. */
  static void run(Arena arena) {
    Audit audit = new Audit(arena);
    audit.countReturned();
    arena.ledger.tickets().forEach(audit::check);
    audit.checkCallbacks();
    arena.ledger.uncaught.forEachImbalance((failure, open) ->
        arena.ledger.violation(
            "L21", open + " of " + failure + " have not reached the uncaught handler"));
    arena.ledger.callbackFailures.forEachImbalance((failure, open) ->
        arena.ledger.violation(
            "K8", open + " of " + failure + " have not reached the failure handler"));
  }

  /** Looks at what a close that has returned promises: accepted tasks are done, bodies ended. */
  static void afterClose(Arena arena) {
    for (Ticket ticket : arena.ledger.tickets()) {
      TaskFuture<?> future = ticket.future;
      if ((future != null && !future.isDone()) || (ticket.runs.get() > 0 && !ticket.ended)) {
        arena.ledger.violation("L5", "close has returned before the end of " + ticket);
      }
    }
  }

  /**
   * Returns whether nothing is on its way any more, in an executor that still accepts. Callbacks
   * come first: what one of them has submitted before it ended is then among the tasks.
   */
  static boolean isQuiet(Arena arena) {
    return callbacksMissing(arena.ledger) == 0
        && arena.ledger.tickets().stream().allMatch(ticket -> hasEnded(arena, ticket));
  }

  private static boolean hasEnded(Arena arena, Ticket ticket) {
    TaskFuture<?> future = ticket.future;
    if (future != null) {
      return future.isDone() && (ticket.runs.get() == 0 || ticket.ended);
    }
    if (ticket.runs.get() > 0) {
      return ticket.ended;
    }
    boolean mustRun = ticket.way == Ticket.Way.EXECUTED && ticket.fate == Ticket.Fate.ACCEPTED;
    return !mustRun || !arena.plan.isHealthy();
  }

  /** Names the tasks and callbacks that keep an epoch from ending. */
  static void nameUnended(Arena arena) {
    for (Ticket ticket : arena.ledger.tickets()) {
      if (!hasEnded(arena, ticket)) {
        arena.ledger.violation("L2", "accepted, and not ended: " + ticket);
      }
    }
    new Audit(arena).nameUncalled();
  }

  /**
   * Returns whether the failure of an accepted task is that of the executor: it was broken, or
   * found no thread for it.
   */
  static boolean isRefusal(Arena arena, Ticket ticket, @Nullable Throwable failure) {
    return ticket.runs.get() == 0
        && ((failure instanceof BrokenExecutorException && arena.plan.mayBreak())
            || (failure instanceof RejectedExecutionException && arena.plan.factoryFails()));
  }

  // Tasks.

  private void countReturned() {
    IdentityHashMap<Runnable, Ticket> tickets = new IdentityHashMap<>();
    for (Ticket ticket : ledger.tickets()) {
      if (ticket.future instanceof Runnable runnable) {
        tickets.put(runnable, ticket);
      }
      if (ticket.way == Ticket.Way.EXECUTED && ticket.body() != null) {
        tickets.put(ticket.body(), ticket);
      }
    }
    for (Runnable returned : ledger.returned()) {
      Ticket ticket = tickets.get(returned);
      if (ticket != null && ticket.returned.incrementAndGet() > 1) {
        ledger.violation("L8", "returned twice by shutdownNow: " + ticket);
      }
    }
  }

  private void check(Ticket ticket) {
    TaskFuture<?> future = ticket.future;
    if (future != null) {
      checkFuture(ticket, future);
    } else if (ticket.fate == Ticket.Fate.REFUSED) {
      arena.counts.outcomes.count(Counts.Outcome.REFUSED);
      if (ticket.runs.get() > 0) {
        ledger.violation("L2", "refused, and its body has run: " + ticket);
      }
    } else if (ticket.way == Ticket.Way.EXECUTED) {
      checkExecuted(ticket);
    } else {
      arena.counts.outcomes.count(Counts.Outcome.ABANDONED);
    }
    if (ticket.runs.get() > 0 && !ticket.ended) {
      ledger.violation("L12", "terminated, and the body has not ended: " + ticket);
    }
  }

  private void checkExecuted(Ticket ticket) {
    int ends = ticket.runs.get() + ticket.returned.get();
    boolean mayVanish = arena.facts.isCancellingSilently() || !arena.plan.isHealthy();
    arena.counts.outcomes.count(
        ticket.runs.get() > 0 ? Counts.Outcome.EXECUTED : Counts.Outcome.DROPPED);
    if (ends > 1 || (ends == 0 && !mayVanish)) {
      ledger.violation(
          "L4", "executed " + ticket.runs + ", returned " + ticket.returned + " times: " + ticket);
    }
  }

  private void checkFuture(Ticket ticket, TaskFuture<?> future) {
    TaskState state = future.taskState();
    boolean ran = ticket.runs.get() > 0;
    boolean wasCancelled = ticket.cancels.get() > 0 || ticket.cancelled;
    if (wasCancelled && state != TaskState.CANCELLED) {
      ledger.violation("C7", "cancel was true, and it is " + state + ": " + ticket);
    }
    if (ticket.returned.get() > 0 && (state != TaskState.CANCELLED || ran)) {
      ledger.violation("L8", "returned by shutdownNow, and it is " + state + ": " + ticket);
    }
    switch (state) {
      case SUCCEEDED -> {
        arena.counts.outcomes.count(Counts.Outcome.SUCCEEDED);
        if (!ran || ticket.thrown != null) {
          ledger.violation("S1", "succeeded without its body: " + ticket);
        }
        Retrieving.checkOutcome(arena, ticket, future);
      }
      case FAILED -> {
        arena.counts.outcomes.count(Counts.Outcome.FAILED);
        Retrieving.checkOutcome(arena, ticket, future);
      }
      case CANCELLED -> {
        arena.counts.outcomes.count(Counts.Outcome.CANCELLED);
        checkCancelled(ticket, ran, wasCancelled);
      }
      case PENDING, RUNNING ->
          ledger.violation("L2", "terminated, and a task is " + state + ": " + ticket);
    }
  }

  private void checkCancelled(Ticket ticket, boolean ran, boolean wasCancelled) {
    if (ticket.way == Ticket.Way.BULK) {
      return; // The operation itself has cancelled it.
    }
    if (ran && ticket.cancels.get() == 0) {
      ledger.violation("C6", "the body has run, and nobody cancelled it then: " + ticket);
    }
    if (!wasCancelled && !arena.facts.isCancelling()) {
      ledger.violation("S1", "nobody has cancelled it, and it is CANCELLED: " + ticket);
    }
    if (!wasCancelled && isListed() && ticket.returned.get() == 0) {
      ledger.violation("L8", "cancelled by shutdownNow, which has not returned it: " + ticket);
    }
  }

  /** Returns whether whatever a shutdown cancelled is in a list. */
  private boolean isListed() {
    return arena.has(Capability.BOUNDED_WORKERS)
        && !arena.facts.isCancellingSilently()
        && !arena.plan.mayBreak();
  }

  // Callbacks.

  private void checkCallbacks() {
    nameUncalled();
    int missing = callbacksMissing(ledger);
    boolean mayVanish = arena.facts.isCancelling() || !arena.plan.isHealthy();
    if (missing < 0 || (missing > 0 && !mayVanish)) {
      ledger.violation("K16", missing + " callbacks were neither run by the executor nor refused");
    }
  }

  private void nameUncalled() {
    for (Registration registration : ledger.registrations()) {
      if (!registration.handedOver && registration.calls() == 0) {
        ledger.violation("K1", "never called: " + registration);
      }
    }
  }

  private static int callbacksMissing(Ledger ledger) {
    int missing = -ledger.refusedCallbacks.get();
    for (Registration registration : ledger.registrations()) {
      missing += registration.hasEnded() ? 0 : 1;
    }
    return missing;
  }
}
