package dev.gauntlet.benchmarks;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A second thread that answers each number with the same number. */
public abstract class Echo {
  private final PaddedLong call = new PaddedLong();
  private final PaddedLong answer = new PaddedLong();
  private Thread partner;
  private Thread caller = Thread.currentThread();
  private long last;
  private volatile boolean closed;

  /** Returns when {@code place} holds {@code value}, or the echo is closed. */
  abstract void await(PaddedLong place, long value);

  /** Wakes a thread that waits. */
  abstract void signal(Thread waiter);

  final boolean isClosed() {
    return closed;
  }

  /** Starts the partner. */
  @Setup(Level.Trial)
  public void open() {
    partner = Thread.ofPlatform().daemon().name("echo").start(this::echo);
  }

  final long roundTrip() {
    caller = Thread.currentThread();
    long number = ++last;
    call.publish(number);
    signal(partner);
    await(answer, number);
    return number;
  }

  private void echo() {
    for (long number = 1; !closed; number++) {
      await(call, number);
      answer.publish(number);
      signal(caller);
    }
  }

  /** Ends the partner, and checks that it is where the caller is. */
  @TearDown(Level.Trial)
  public void close() throws InterruptedException {
    if (answer.get() != last) {
      throw new WrongAnswerException(last + " calls were answered by " + answer);
    }
    closed = true;
    signal(partner);
    partner.join();
  }
}
