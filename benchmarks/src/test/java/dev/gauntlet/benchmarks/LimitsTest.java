package dev.gauntlet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final Limits bodies = new Limits();

  @Test
  void stepsOfOneThread() {
    Limits.Own own = new Limits.Own();
    assertEquals(1, bodies.uncontendedCas(own));
    assertEquals(2, bodies.uncontendedCas(own));
    Ticket ticket = (Ticket) bodies.directCall(new Limits.Call());
    assertEquals(ticket, ticket.call());
    bodies.allocation(new Limits.Shelf());
    bodies.taskWithFuture(new Limits.Call());
  }

  private static Limits.Count begun(Limits.Shared shared) {
    Limits.Count count = new Limits.Count();
    count.begin(shared);
    return count;
  }

  @Test
  void additionsAreComparedWhenTheLastThreadHasReported() {
    Limits.Shared shared = new Limits.Shared();
    Limits.Count one = begun(shared);
    Limits.Count other = begun(shared);
    bodies.contendedGetAndAdd(shared, one);
    bodies.contendedGetAndAdd(shared, other);
    one.end(shared);
    other.end(shared);
  }

  @Test
  void additionsThatAreLostFail() {
    Limits.Shared shared = new Limits.Shared();
    Limits.Count one = begun(shared);
    Limits.Count other = begun(shared);
    bodies.contendedGetAndAdd(new Limits.Shared(), one);
    one.end(shared);
    assertThrows(WrongAnswerException.class, () -> other.end(shared));
  }

  @Test
  void restsAndSleepsAreMeasured() throws Exception {
    bodies.sleep();
    IdleLimits idle = new IdleLimits();
    assertSame(idle, idle.nothing());
    HeapLimits.bytes(1000); // this JVM holds too much else for the figure
  }

  @Test
  void aForkedTaskIsJoined() {
    ForkJoinLimits.Forks forks = new ForkJoinLimits.Forks();
    forks.open();
    assertEquals(NestedRecursion.TASKS, new ForkJoinLimits().recursiveTask(forks));
    forks.close();
  }

  @Test
  void roundTrips() throws Exception {
    for (Echo echo : new Echo[] {new Limits.SpinningEcho(), new Limits.ParkingEcho()}) {
      echo.open();
      for (long trip = 1; trip <= 20; trip++) {
        assertEquals(trip, echo.roundTrip());
      }
      echo.close();
    }
  }

  @Test
  void handOffs() throws Exception {
    for (HandOff queue : new HandOff[] {new HandOff.OneProducer(), new HandOff.ManyProducers()}) {
      queue.open();
      for (int i = 0; i < 5000; i++) {
        queue.offer();
      }
      queue.drain();
      queue.close();
    }
  }

  @Test
  void aQueueThatMixesUpItsElementsFails() throws Exception {
    HandOff queue = new HandOff(new Constant()) {};
    queue.open();
    queue.offer();
    queue.offer();
    assertThrows(WrongAnswerException.class, queue::drain);
    queue.close();
  }

  /** Hands out the first element again and again, as often as one was put in. */
  private static final class Constant extends ArrayDeque<Ticket> implements Queue<Ticket> {
    private static final long serialVersionUID = 1L;
    private transient Ticket first;

    @Override
    public synchronized boolean offer(Ticket ticket) {
      first = first == null ? ticket : first;
      return super.offer(first);
    }

    @Override
    public synchronized Ticket poll() {
      return super.poll();
    }
  }
}
