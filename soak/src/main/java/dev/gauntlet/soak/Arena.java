package dev.gauntlet.soak;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Capability;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** What the operations, bodies and callbacks of an epoch work on. */
final class Arena {
  final EpochPlan plan;
  final Set<Capability> capabilities;
  final Ledger ledger;
  final Counts counts;
  final Board board = new Board();
  final WorkerRing workers = new WorkerRing();
  final ShutdownFacts facts = new ShutdownFacts();
  private volatile @Nullable TaskExecutor executor;
  private volatile @Nullable RollCall rollCall;

  Arena(EpochPlan plan, Set<Capability> capabilities, Ledger ledger, Counts counts) {
    this.plan = plan;
    this.capabilities = capabilities;
    this.ledger = ledger;
    this.counts = counts;
  }

  void opened(TaskExecutor opened) {
    executor = opened;
  }

  TaskExecutor executor() {
    return Objects.requireNonNull(executor, "not opened yet");
  }

  boolean isOpen() {
    return executor != null;
  }

  void begin(RollCall call) {
    rollCall = call;
  }

  RollCall rollCall() {
    return Objects.requireNonNull(rollCall, "no roll call yet");
  }

  boolean has(Capability capability) {
    return capabilities.contains(capability);
  }

  // Submitting.

  /** Submits a task; if it is refused, the ticket has no future. */
  Ticket submit(BodyKind kind, SplittableRandom random, int generation) {
    return submit(kind, random, generation, body -> executor().submit((Callable<Ticket>) body));
  }

  Ticket submit(BodyKind kind, SplittableRandom random, int generation, Submission way) {
    Ticket ticket = ledger.newTicket(Ticket.Way.SUBMITTED);
    Body body = new Body(this, ticket, kind, random.nextLong(), generation);
    try {
      ticket.accepted(way.submit(body));
      board.post(ticket);
    } catch (RejectedExecutionException refusal) {
      refused(ticket, refusal);
    }
    return ticket;
  }

  /** How a body is submitted. */
  @FunctionalInterface
  interface Submission {
    TaskFuture<?> submit(Body body);
  }

  Ticket execute(BodyKind kind, SplittableRandom random) {
    Ticket ticket = ledger.newTicket(Ticket.Way.EXECUTED);
    try {
      executor().execute(new Body(this, ticket, kind, random.nextLong(), 0));
      ticket.accepted(null);
    } catch (RejectedExecutionException refusal) {
      refused(ticket, refusal);
    }
    return ticket;
  }

  private void refused(Ticket ticket, RejectedExecutionException refusal) {
    ticket.refused();
    if (!mayRefuse()) {
      ledger.violation("L1", "refused without a reason: " + ticket + ": " + refusal);
    }
  }

  /** Returns whether a refusal can have a reason. */
  boolean mayRefuse() {
    return facts.isEnding() || plan.mayBreak() || plan.factoryFails() || plan.isBounded();
  }

  // Faults and interrupts.

  Throwable makeFault(SplittableRandom random) {
    Fault fault = Fault.draw(random);
    counts.fault(fault);
    return fault.make();
  }

  /** Leaves the interrupt flag of this thread set. */
  void interruptThisThread() {
    Frames.aimAtAll();
    Actor.noteOwnInterrupt();
    Thread.currentThread().interrupt();
  }

  /** Returns whether an interrupt that a body or a callback meets has a reason. */
  boolean isInterruptExplained() {
    return plan.strays() || facts.isStopping() || Actor.isCurrentThread() || Frames.isAimedAt();
  }

  void expectClearFlag(String rule, String when) {
    if (Thread.currentThread().isInterrupted() && !isInterruptExplained()) {
      ledger.violation(rule, "the interrupt flag is set " + when + " and nobody has aimed at it");
    }
  }

  // Workers.

  /** Returns whether this thread is a worker that runs no body yet. */
  boolean isOnBareWorker() {
    return Frames.isEmpty() && !Actor.isCurrentThread();
  }

  void workerBegins() {
    int busy = workers.begins();
    if (has(Capability.BOUNDED_WORKERS) && busy > plan.workers()) {
      ledger.violation("L15", busy + " bodies run at once on " + plan.workers() + " workers");
    }
  }
}
