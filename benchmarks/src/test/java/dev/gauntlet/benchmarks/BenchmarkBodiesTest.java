package dev.gauntlet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each body once for each subject, as JMH would call it, so that wrong answers show at once. */
class BenchmarkBodiesTest {
  private static final int WORKERS = 2;

  static List<String> subjects() {
    return Subjects.builtInNames();
  }

  static List<String> subjectsWithPromises() {
    return subjects().stream().filter(name -> Subjects.named(name).has(Need.PROMISES)).toList();
  }

  private static Pool open(String subject) throws InterruptedException {
    Pool pool = new Pool();
    pool.subject = subject;
    pool.workers = WORKERS;
    pool.open();
    return pool;
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void roundTrip(String subject) throws Exception {
    Pool pool = open(subject);
    RoundTripLatency.Caller caller = new RoundTripLatency.Caller();
    new RoundTripLatency().submitThenGet(pool, caller);
    new RoundTripLatency().submitThenGet(pool, caller);
    caller.verify();
    pool.close();
    assertTrue(pool.executor.isTerminated());
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void fanOut(String subject) throws Exception {
    Pool pool = open(subject);
    FanOutFanIn.Bursts bursts = new FanOutFanIn.Bursts();
    FanOutFanIn bodies = new FanOutFanIn();
    bodies.of1(pool, bursts);
    bodies.of10(pool, bursts);
    bodies.of100(pool, bursts);
    bodies.of1000(pool, bursts);
    bodies.of10000(pool, bursts);
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void throughput(String subject) throws Exception {
    Pool pool = open(subject);
    SubmitThroughput.Producer producer = new SubmitThroughput.Producer();
    producer.fill(pool);
    Object first = new SubmitThroughput().retrieveAndSubmit(pool, producer);
    new SubmitThroughput().retrieveAndSubmit(pool, producer);
    assertSame(
        first,
        new SubmitThroughput().retrieveAndSubmit(pool, producer),
        "the two batches take turns");
    producer.drain();
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("subjectsWithPromises")
  void settle(String subject) throws Exception {
    SettleLatency.Promises promises = new SettleLatency.Promises();
    promises.subject = subject;
    promises.find();
    SettleLatency.Value value = new SettleLatency.Value();
    assertSame(value, new SettleLatency().makeSettleGet(promises, value));
    assertTrue(value.promise != null, "published");
  }

  @Test
  void aWrongResultFails() throws Exception {
    Pool pool = open("test-mixed-up");
    FanOutFanIn.Bursts bursts = new FanOutFanIn.Bursts();
    String message =
        assertThrows(WrongAnswerException.class, () -> new FanOutFanIn().of10(pool, bursts))
            .getMessage();
    assertEquals("the future of one task returned another result", message);
    pool.close();
  }

  @Test
  void aWrongPromiseFails() {
    SettleLatency.Promises promises = new SettleLatency.Promises();
    promises.kind = (value, shelf) -> "another value";
    assertThrows(
        WrongAnswerException.class,
        () -> new SettleLatency().makeSettleGet(promises, new SettleLatency.Value()));
  }

  @Test
  void aTaskThatRunsTwiceFails() throws Exception {
    Pool pool = open("test-twice");
    RoundTripLatency.Caller caller = new RoundTripLatency.Caller();
    new RoundTripLatency().submitThenGet(pool, caller);
    String message = assertThrows(WrongAnswerException.class, caller::verify).getMessage();
    assertEquals("1 submissions of a task, one by one, ran it 2 times", message);
    pool.close();
  }

  @Test
  void aLeakedInterruptFails() throws Exception {
    Pool pool = open("test-interrupted");
    RoundTripLatency.Caller caller = new RoundTripLatency.Caller();
    Throwable thrown =
        assertThrows(
            ExecutionException.class, () -> new RoundTripLatency().submitThenGet(pool, caller));
    assertInstanceOf(WrongAnswerException.class, thrown.getCause());
    assertDoesNotThrow(pool::close);
  }

  @Test
  void zeroWorkersStandForOnePerProcessor() throws Exception {
    Pool pool = new Pool();
    pool.subject = "jdk-fixed";
    pool.open();
    assertEquals(
        Runtime.getRuntime().availableProcessors(),
        ((java.util.concurrent.ThreadPoolExecutor) pool.executor).getPoolSize(),
        "workers are started before the first measurement");
    pool.close();
  }
}
