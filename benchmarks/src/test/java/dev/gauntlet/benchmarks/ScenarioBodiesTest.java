package dev.gauntlet.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bodies of the full suite once for each subject that has what they need. */
class ScenarioBodiesTest {
  private static final int WORKERS = 2;

  static List<String> subjects() {
    return Subjects.builtInNames();
  }

  static List<String> queueing() {
    return having(Need.QUEUE);
  }

  static List<String> nesting() {
    return having(Need.NESTED_JOIN);
  }

  static List<String> draining() {
    return having(Need.DRAIN);
  }

  static List<String> confining() {
    return having(Need.CONFINED_INTERRUPTS);
  }

  static List<String> threadEach() {
    return having(Need.THREAD_EACH);
  }

  static List<String> callingBack() {
    return having(Need.CALLBACKS);
  }

  private static List<String> having(Need need) {
    return subjects().stream().filter(name -> Subjects.named(name).has(need)).toList();
  }

  private static Pool open(String subject) throws InterruptedException {
    Pool pool = new Pool();
    pool.subject = subject;
    pool.workers = WORKERS;
    pool.open();
    return pool;
  }

  private static QueuePool openQueue(String subject) throws InterruptedException {
    QueuePool pool = new QueuePool();
    pool.subject = subject;
    pool.workers = WORKERS;
    pool.open();
    return pool;
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void submissionsFromInside(String subject) throws Exception {
    Pool pool = open(subject);
    ChainedFork.Chain chain = new ChainedFork.Chain();
    new ChainedFork().of1000(pool, chain);
    new ChainedFork().of1000(pool, chain);
    new FanOutFromInside().of1000(pool, new FanOutFromInside.Burst());
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void dispatch(String subject) throws Exception {
    Pool pool = open(subject);
    DispatchThroughput.Producer producer = new DispatchThroughput.Producer();
    producer.fill(pool);
    new DispatchThroughput().execute(pool, producer);
    new DispatchThroughput().execute(pool, producer);
    producer.drain();
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void gapsAndIdling(String subject) throws Exception {
    Pool pool = open(subject);
    new BurstAfterGap().of32After50us(pool, new BurstAfterGap.Bursts());
    new IdleCpu.Idler().afterWork(pool, 10);
    new IdleCpu.Idler().oneTaskEachMs(pool, 10);
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("nesting")
  void nestedRecursion(String subject) throws Exception {
    NestingPool pool = new NestingPool();
    pool.subject = subject;
    pool.workers = WORKERS;
    pool.open();
    assertEquals(610, new NestedRecursion().fibonacci(pool));
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("callingBack")
  void callbacks(String subject) throws Exception {
    PromiseKind promises = new PromiseKind();
    promises.subject = subject;
    promises.find();
    CallbackLatency.Counter counter = new CallbackLatency.Counter();
    CallbackLatency bodies = new CallbackLatency();
    bodies.none(promises, counter);
    bodies.before1(promises, counter);
    bodies.before8(promises, counter);
    bodies.after1(promises, counter);
    bodies.after8(promises, counter);
    assertTrue(counter.promise != null, "published");
    new CallbackChain().of100(promises, new CallbackChain.Chain());
    PromiseMemory.Waiting waiting = new PromiseMemory.Waiting();
    waiting.withCallbacks(promises.kind, 8, 100);
    waiting.withReaders(promises.kind, 100);
  }

  @ParameterizedTest
  @MethodSource("queueing")
  void cancelStorm(String subject) throws Exception {
    QueuePool pool = openQueue(subject);
    CancelStorm.Queued queued = new CancelStorm.Queued(500);
    queued.fill(pool);
    new CancelStorm().cancel(pool, queued);
    queued.verify(pool);
    queued.fill(pool);
    new CancelStorm().cancelThenDrain(pool, queued);
    queued.verify(pool);
    queued.fill(pool);
    new CancelStorm().cancelHalfThenDrain(pool, queued);
    queued.verify(pool);
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("confining")
  void interruptingCancels(String subject) throws Exception {
    ConfiningPool pool = new ConfiningPool();
    pool.subject = subject;
    pool.workers = WORKERS;
    pool.open();
    InterruptingCancel.Crossing crossing = new InterruptingCancel.Crossing();
    for (int i = 0; i < 300; i++) {
      new InterruptingCancel().cancelAtItsEnd(pool, crossing);
    }
    pool.close();
  }

  /** What the probe is for. */
  @Test
  void anInterruptThatLeaksFails() {
    ExecutorService leaking = AnsweringService.leakingInterrupts();
    InterruptingCancel.Crossing crossing = new InterruptingCancel.Crossing();
    ExecutionException failed =
        assertThrows(ExecutionException.class, () -> crossing.probe(leaking));
    assertInstanceOf(WrongAnswerException.class, failed.getCause());
    leaking.shutdownNow();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void granularity(String subject) throws Exception {
    Pool pool = open(subject);
    new TaskGranularity().work10(pool, new TaskGranularity.Brief());
    new TaskGranularity().work100(pool, new TaskGranularity.Medium());
    new TaskGranularity().work1000(pool, new TaskGranularity.Lengthy());
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("queueing")
  void pendingMemory(String subject) throws Exception {
    QueuePool pool = openQueue(subject);
    new PendingMemory.Waiting().bytes(pool, 1000); // this JVM holds too much else for the figure
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void readsAndExceptions(String subject) throws Exception {
    Pool pool = open(subject);
    AlreadyDone.Done done = new AlreadyDone.Done();
    done.settle(pool);
    new AlreadyDone().get(pool, done);
    new AlreadyDone().isDone(pool, done);
    new ExceptionPath().of100(pool, new ExceptionPath.Failures());
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void bulk(String subject) throws Exception {
    Pool pool = open(subject);
    new InvokeAll().of1000(pool, new InvokeAll.Tasks());
    new MapInOrder().of1000(pool, new MapInOrder.Inputs());
    new AsCompleted().of10000(pool, new AsCompleted.Consumer());
    new WaitForAll().of10000(pool, new WaitForAll.Tasks());
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("draining")
  void shutdownDrain(String subject) throws Exception {
    DrainingPool pool = new DrainingPool();
    pool.subject = subject;
    pool.workers = WORKERS;
    pool.open();
    ShutdownDrain.Doomed doomed = new ShutdownDrain.Doomed();
    doomed.open(pool);
    new ShutdownDrain().of1000(pool, doomed);
    doomed.verify();
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void blockingAndOpenLoop(String subject) throws Exception {
    Pool pool = open(subject);
    new BlockingTasks().of8(pool, new BlockingTasks.Sleepers());
    new OpenLoopLatency.Arrivals().run(pool.executor, 50_000, 200);
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("threadEach")
  void crowds(String subject) throws Exception {
    UnboundedPool pool = new UnboundedPool();
    pool.subject = subject;
    pool.workers = WORKERS;
    pool.open();
    new BlockingCrowd().of4096(pool, new BlockingTasks.Sleepers());
    pool.close();
  }

  @Test
  void wrongResultsFail() throws Exception {
    Pool pool = open("test-mixed-up");
    assertWrong(
        "the first task of a chain returned another",
        () -> new ChainedFork.Chain().run(pool.executor));
    assertWrong(
        "the task that submits",
        () -> new FanOutFromInside().of1000(pool, new FanOutFromInside.Burst()));
    assertWrong(
        "the future of a task that threw",
        () -> new ExceptionPath().of100(pool, new ExceptionPath.Failures()));
    assertWrong(
        "the future of a task that slept",
        () -> new BlockingTasks().of8(pool, new BlockingTasks.Sleepers()));
    assertWrong(
        "the future of one task",
        () -> new OpenLoopLatency.Arrivals().run(pool.executor, 50_000, 10));
    assertWrong("the future of one task", () -> new AlreadyDone.Done().settle(pool));
    assertWrong(
        "the future of one task",
        () -> new AsCompleted().of10000(pool, new AsCompleted.Consumer()));
    assertWrong(
        "the future of one task", () -> new WaitForAll().of10000(pool, new WaitForAll.Tasks()));
    pool.close();
  }

  @Test
  void whatTheFirstTaskReturned_isNoAnswerForTheOthers() throws Exception {
    Pool pool = new Pool();
    pool.executor = AnsweringService.withTheFirst();
    assertWrong(
        "the future of one task", () -> new InvokeAll().of1000(pool, new InvokeAll.Tasks()));
    pool.executor = AnsweringService.withTheFirst();
    assertWrong(
        "the future of one task", () -> new MapInOrder().of1000(pool, new MapInOrder.Inputs()));
    pool.executor = AnsweringService.withTheFirst();
    assertWrong(
        "a task was consumed twice",
        () -> new AsCompleted().of10000(pool, new AsCompleted.Consumer()));
    pool.executor = AnsweringService.withTheFirst();
    assertWrong(
        "the future of one task", () -> new WaitForAll().of10000(pool, new WaitForAll.Tasks()));
  }

  @Test
  void aWrongSumFails() {
    NestingPool pool = new NestingPool();
    pool.executor = AnsweringService.with(7);
    assertWrong(
        "the Fibonacci number of 15 came out as 7", () -> new NestedRecursion().fibonacci(pool));
  }

  @Test
  void aTaskThatAShutdownLosesFails() throws Exception {
    DrainingPool pool = new DrainingPool();
    pool.subject = "test-lost";
    pool.workers = WORKERS;
    pool.openWorkers = WORKERS;
    ShutdownDrain.Doomed doomed = new ShutdownDrain.Doomed();
    doomed.open(pool);
    new ShutdownDrain().of1000(pool, doomed);
    assertWrong("a task was not run by an executor that has terminated", doomed::verify);
  }

  @Test
  void aCancelledTaskThatRunsFails() throws Exception {
    QueuePool pool = openQueue("jdk-fixed");
    pool.executor.shutdown();
    pool.executor = AnsweringService.runningWhatIsCancelled(WORKERS);
    CancelStorm.Queued queued = new CancelStorm.Queued(500);
    queued.fill(pool);
    new CancelStorm().cancel(pool, queued);
    assertWrong("a task that was cancelled has run", () -> queued.verify(pool));
    pool.close();
  }

  private static void assertWrong(String start, Executable body) {
    String message = assertThrows(WrongAnswerException.class, body).getMessage();
    assertTrue(message.startsWith(start), message);
  }

  @Test
  void aCallbackThatRunsTwiceFails() {
    PromiseKind promises = new PromiseKind();
    promises.kind = new TwiceCalledBack();
    CallbackLatency.Counter counter = new CallbackLatency.Counter();
    assertWrong("1 callbacks ran 2", () -> new CallbackLatency().before1(promises, counter));
    assertWrong("8 callbacks ran 16", () -> new CallbackLatency().after8(promises, counter));
    assertWrong(
        "a chain of 100 callbacks ran 200",
        () -> new CallbackChain().of100(promises, new CallbackChain.Chain()));
  }

  @Test
  void aDispatchThatRunsTwiceFails() {
    Stamp task = new Stamp(null);
    task.run();
    task.await(1, 1);
    task.run();
    assertWrong("1 dispatches of a task ran it 2", () -> task.await(1, 1));
  }

  /** A promise of this test holds 2000 bytes, which is what has to be seen. */
  @Test
  void theHeapThatPromisesHoldIsSeen() throws Exception {
    PromiseMemory.Waiting waiting = new PromiseMemory.Waiting();
    int size = 10_000;
    double bytes = waiting.withCallbacks(new HeavyPromises(), 1, size) / (double) size;
    assertTrue(bytes > 1900 && bytes < 2300, bytes + " bytes");
  }

  private static final class TwiceCalledBack implements CalledBack {
    @Override
    public Object newPromise() {
      return this;
    }

    @Override
    public void add(Object promise, Runnable callback) {
      callback.run();
      callback.run();
    }

    @Override
    public void settle(Object promise, Object value) {}

    @Override
    public Object get(Object promise) {
      return promise;
    }
  }

  private static final class HeavyPromises implements CalledBack {
    private static final int BYTES = 2000;
    private Runnable callback = () -> {};

    @Override
    public Object newPromise() {
      return new byte[BYTES];
    }

    @Override
    public void add(Object promise, Runnable added) {
      callback = added;
    }

    @Override
    public void settle(Object promise, Object value) {
      callback.run();
    }

    @Override
    public Object get(Object promise) {
      return promise;
    }
  }
}
