package dev.gauntlet.soak;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** The books of an epoch: every task, every callback, and every failure that has a handler. */
final class Ledger {
  private final long epoch;
  private final Violations violations;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Queue<Ticket> tickets = new ConcurrentLinkedQueue<>();
  private final Queue<Registration> registrations = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> returned = new ConcurrentLinkedQueue<>();

  /** What bodies of executed tasks threw, against what the uncaught-exception handler got. */
  final Throws uncaught = new Throws();

  /** What callbacks threw, against what the callback failure handler got. */
  final Throws callbackFailures = new Throws();

  /** How many callbacks their executor refused. */
  final AtomicInteger refusedCallbacks = new AtomicInteger();

  Ledger(long epoch, Violations violations) {
    this.epoch = epoch;
    this.violations = violations;
  }

  Ticket newTicket(Ticket.Way way) {
    Ticket ticket = new Ticket(numbers.getAndIncrement(), way);
    tickets.add(ticket);
    return ticket;
  }

  Registration register(Registration registration) {
    registrations.add(registration);
    return registration;
  }

  void handedBack(List<Runnable> tasks) {
    returned.addAll(tasks);
  }

  Collection<Ticket> tickets() {
    return tickets;
  }

  Collection<Registration> registrations() {
    return registrations;
  }

  Collection<Runnable> returned() {
    return returned;
  }

  void violation(String rule, String text) {
    violations.add(epoch, rule, text);
  }

  /** Receives what the executor says a callback threw. */
  void callbackFailed(Throwable failure) {
    if (callbackFailures.reported(failure)) {
      return;
    }
    if (failure instanceof RejectedExecutionException) {
      refusedCallbacks.incrementAndGet();
    } else {
      violation("K8", "the failure handler got what no callback threw: " + failure);
    }
  }

  /** Receives what reached the uncaught-exception handler of a thread. */
  void uncaught(Thread thread, Throwable failure) {
    if (!uncaught.reported(failure)) {
      violation(
          "L21", "uncaught in " + thread.getName() + ", and no Runnable threw it: " + failure);
    }
  }
}
