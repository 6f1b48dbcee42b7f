package dev.gauntlet.benchmarks;

import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A bounded queue that another thread empties; neither side ever parks. */
public abstract class HandOff {
  private static final int CAPACITY = 1024;
  private static final int DRAIN_SECONDS = 10;

  private final Ticket[] tickets = {new Ticket(), new Ticket()};
  private final PaddedLong consumed = new PaddedLong();
  private final Queue<Ticket> queue;
  private Thread consumer;
  private long produced;
  private volatile boolean closed;
  private volatile boolean outOfOrder;

  HandOff(Queue<Ticket> queue) {
    this.queue = queue;
  }

  /** Starts the consumer. */
  @Setup(Level.Trial)
  public void open() {
    consumer = Thread.ofPlatform().daemon().name("consumer").start(this::consume);
  }

  final Ticket offer() {
    Ticket ticket = ticket(produced);
    while (!queue.offer(ticket)) {
      Thread.onSpinWait();
    }
    produced++;
    return ticket;
  }

  private Ticket ticket(long number) {
    return tickets[(int) (number & 1)];
  }

  @SuppressWarnings("ReferenceEquality")
  private void consume() {
    long count = 0;
    while (!closed) {
      Ticket ticket = queue.poll();
      if (ticket == null) {
        Thread.onSpinWait();
      } else {
        outOfOrder |= ticket != ticket(count);
        consumed.publish(++count);
      }
    }
  }

  /** Waits until the queue is empty, and compares what went in with what came out. */
  @TearDown(Level.Iteration)
  public void drain() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
    while (consumed.get() != produced && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    if (consumed.get() != produced || outOfOrder) {
      throw new WrongAnswerException(
          produced + " objects went into a queue, and " + consumed + " came out or others did");
    }
  }

  /** Ends the consumer. */
  @TearDown(Level.Trial)
  public void close() throws InterruptedException {
    closed = true;
    consumer.join();
  }

  /** One producer, one consumer. */
  @State(Scope.Benchmark)
  public static class OneProducer extends HandOff {
    /** Creates the state. */
    public OneProducer() {
      super(new SpscArrayQueue<>(CAPACITY));
    }
  }

  /** Many producers, many consumers. */
  @State(Scope.Benchmark)
  public static class ManyProducers extends HandOff {
    /** Creates the state. */
    public ManyProducers() {
      super(new MpmcArrayQueue<>(CAPACITY));
    }
  }
}
