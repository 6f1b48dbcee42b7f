package dev.gauntlet.benchmarks;

import dev.gauntlet.reports.record.SubjectInfo;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * What do the steps cost that no executor can do without?
 *
 * <p>These rows measure the machine: the hand-offs are the bounds of throughput, the round trips
 * those of latency. The other thread of a hand-off or a round trip is no thread of JMH, so that an
 * operation is a whole one and ends with the iteration.
 *
 * {@snippet lang="shell" :
 * java -jar benchmarks/target/benchmarks.jar Limits
 * }
 */
@Scenario(
    question = "What do the steps cost on this machine that no executor can do without?",
    machine = true)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Limits extends Measured {
  /** What a record names in the place of a subject. */
  public static final String SUBJECT = "machine";

  /** Returns what the record of a run says about it. */
  public static SubjectInfo info() {
    return new SubjectInfo(
        SUBJECT, "the machine itself, without an executor", null, SubjectInfo.Kind.LIMIT);
  }

  /** Calls a task on the spot. */
  @Benchmark
  public Object directCall(Call call) {
    return call.task.call();
  }

  /** Allocates 32 bytes that escape. */
  @Benchmark
  public Object allocation(Shelf shelf) {
    Payload payload = new Payload(shelf);
    shelf.last = payload;
    return payload;
  }

  /** A compare-and-set that nobody disputes. */
  @Benchmark
  public long uncontendedCas(Own own) {
    return own.increment();
  }

  /** A task with a future of 32 bytes: made, claimed, run, settled and read by one thread. */
  @Benchmark
  public Object taskWithFuture(Call call) {
    return new Owned(call.task).claimed().settled().value();
  }

  /** An addition that another thread makes as well, as often as it can. */
  @Benchmark
  @Threads(2)
  public long contendedGetAndAdd(Shared shared, Count count) {
    count.made++;
    return shared.counter.getAndAdd(1);
  }

  /** A cache line to a spinning thread and back. */
  @Benchmark
  public long lineRoundTrip(SpinningEcho echo) {
    return echo.roundTrip();
  }

  /** The same, of which one way is half. */
  @Benchmark
  @OperationsPerInvocation(2)
  public long lineOneWay(SpinningEcho echo) {
    return echo.roundTrip();
  }

  /** An unpark of a thread that parks, and its unpark of the caller. */
  @Benchmark
  public long parkRoundTrip(ParkingEcho echo) {
    return echo.roundTrip();
  }

  /** The same, of which one wake-up is half. */
  @Benchmark
  @OperationsPerInvocation(2)
  public long wakeUp(ParkingEcho echo) {
    return echo.roundTrip();
  }

  /** A sleep of 1 ms, with what the timer is late. */
  @Benchmark
  public void sleep() throws InterruptedException {
    Thread.sleep(1);
  }

  /** An object through a queue for one producer and one consumer, filled to its bound. */
  @Benchmark
  public Object spscHandOff(HandOff.OneProducer queue) {
    return queue.offer();
  }

  /** An object through a queue for many producers and consumers, used by one of each. */
  @Benchmark
  public Object mpmcHandOff(HandOff.ManyProducers queue) {
    return queue.offer();
  }

  /** A task. */
  @State(Scope.Thread)
  public static class Call {
    private final Ticket task = new Ticket();
  }

  /** A future that is its task, with a state word and a link to the next one in a queue. */
  @SuppressWarnings({"serial", "UnusedVariable"})
  private static final class Owned extends AtomicInteger {
    private static final int CLAIMED = 1;
    private static final int SETTLED = 2;

    private final Ticket task;
    private @Nullable Object value;
    private @Nullable Owned next;

    Owned(Ticket task) {
      this.task = task;
    }

    Owned claimed() {
      return moved(0, CLAIMED);
    }

    Owned settled() {
      value = task.call();
      return moved(CLAIMED, SETTLED);
    }

    private Owned moved(int from, int to) {
      if (!compareAndSet(from, to)) {
        throw new WrongAnswerException("an undisputed compare-and-set failed");
      }
      return this;
    }

    @SuppressWarnings("ReferenceEquality")
    Object value() {
      if (get() != SETTLED || value != task) {
        throw new WrongAnswerException("the future of one task returned " + value);
      }
      return this;
    }
  }

  /** Where allocated objects escape to. */
  @State(Scope.Thread)
  public static class Shelf {
    Object last = this;
  }

  /** An object of 32 bytes with a header of 12. */
  @SuppressWarnings("UnusedVariable") // they are its size
  private static final class Payload {
    final Object owner;
    final long first = 1;
    final long second = 2;

    Payload(Object owner) {
      this.owner = owner;
    }
  }

  /** A counter of one thread, away from other writers: JMH pads the state, and this the counter. */
  @State(Scope.Thread)
  public static class Own {
    private final PaddedLong counter = new PaddedLong();
    private long last;

    long increment() {
      if (!counter.compareAndSet(last, last + 1)) {
        throw new WrongAnswerException("an undisputed compare-and-set failed");
      }
      return ++last;
    }
  }

  /** The counter of both threads. */
  @State(Scope.Benchmark)
  public static class Shared {
    private final PaddedLong counter = new PaddedLong();
    private final AtomicLong made = new AtomicLong();
    private final AtomicInteger adding = new AtomicInteger();

    void begin() {
      adding.incrementAndGet();
    }

    /** The last thread compares the counter with what all say they have added. */
    void end(long additions) {
      made.addAndGet(additions);
      if (adding.decrementAndGet() == 0 && counter.get() != made.get()) {
        throw new WrongAnswerException(made + " additions made a counter of " + counter);
      }
    }
  }

  /** What one thread has added: its trial may end while that of the other has yet to. */
  @State(Scope.Thread)
  public static class Count {
    private long made;

    /** Announces the thread. */
    @Setup(Level.Trial)
    public void begin(Shared shared) {
      shared.begin();
    }

    /** Reports what it has added. */
    @TearDown(Level.Trial)
    public void end(Shared shared) {
      shared.end(made);
    }
  }

  /** An echo that spins. */
  @State(Scope.Benchmark)
  public static class SpinningEcho extends Echo {
    @Override
    void await(PaddedLong place, long value) {
      while (place.get() != value && !isClosed()) {
        Thread.onSpinWait();
      }
    }

    @Override
    void signal(Thread waiter) {}
  }

  /** An echo that parks at once. */
  @State(Scope.Benchmark)
  public static class ParkingEcho extends Echo {
    @Override
    void await(PaddedLong place, long value) {
      while (place.get() != value && !isClosed()) {
        LockSupport.park(this);
      }
    }

    @Override
    void signal(Thread waiter) {
      LockSupport.unpark(waiter);
    }
  }
}
