package dev.gauntlet.conformance;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.Promise;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a test of a rule works with: the subject, gates, callers and probes. Everything it opens is
 * released at the end of the test, and what went through it has to add up then; see {@link
 * Conservation}.
 *
 * <p>A fixture that the provider cannot offer ends the test, and the rule of section Y is checked
 * in its place.
 */
public final class Kit {
  private static final SharedOperations API_OPERATIONS = new SharedOperations() {};

  private final ExecutorProvider provider;
  private final List<TrackedExecutor> executors = new CopyOnWriteArrayList<>();
  private final List<Gate> gates = new CopyOnWriteArrayList<>();
  private final List<Caller<?>> callers = new CopyOnWriteArrayList<>();
  private final List<CallbackProbe> probes = new CopyOnWriteArrayList<>();
  private final List<CountedFuture<?>> counted = new CopyOnWriteArrayList<>();
  private final List<Throwable> callbackFailures = new CopyOnWriteArrayList<>();

  Kit(ExecutorProvider provider) {
    this.provider = provider;
  }

  // --- the subject ---------------------------------------------------------------------------

  /** Returns the provider under test. */
  public ExecutorProvider provider() {
    return provider;
  }

  /** Returns the operations on several futures: the provider's, or those of the API. */
  public SharedOperations operations() {
    return provider instanceof SharedOperations own ? own : API_OPERATIONS;
  }

  /** Returns whether the provider claims the capability. */
  public boolean has(Capability capability) {
    return provider.capabilities().contains(capability);
  }

  /** Ends the test unless the provider claims the capability. */
  public void require(Capability capability) {
    if (!has(capability)) {
      throw new MissingCapability(capability);
    }
  }

  /** Opens an executor with two workers. */
  public TaskExecutor open() {
    return open(2);
  }

  /** Opens an executor with the given number of workers. */
  public TaskExecutor open(int workers) {
    return open(config -> config.workers(workers));
  }

  /**
   * Opens an executor of two workers that is configured further. Its threads are recorded if the
   * provider has CUSTOM_THREADS and {@code further} does not set a factory of its own; what its
   * callbacks throw is collected in {@link #callbackFailures} unless {@code further} sets a
   * handler.
   */
  public TaskExecutor open(UnaryOperator<ExecutorConfig.Builder> further) {
    WorkerRecord workers = new WorkerRecord();
    ExecutorConfig.Builder builder =
        ExecutorConfig.builder()
            .workers(2)
            .callbackFailureHandler((future, failure) -> callbackFailures.add(failure));
    if (has(Capability.CUSTOM_THREADS)) {
      builder.threadFactory(workers);
    }
    ExecutorConfig config = further.apply(builder).build();
    TrackedExecutor executor = new TrackedExecutor(provider.open(config), config, workers);
    executors.add(executor);
    return executor;
  }

  /** Returns the executor of the provider itself behind one that the kit has opened. */
  public TaskExecutor subject(TaskExecutor opened) {
    return ((TrackedExecutor) opened).subject();
  }

  /** Returns the recorded worker threads of an executor; needs CUSTOM_THREADS. */
  public WorkerRecord workers(TaskExecutor opened) {
    require(Capability.CUSTOM_THREADS);
    return ((TrackedExecutor) opened).workers();
  }

  /** Returns a new promise; needs PROMISES. */
  public <V extends @Nullable Object> Promise<V> promise() {
    require(Capability.PROMISES);
    return provider.promises().orElseThrow().newPromise();
  }

  /** Returns what callbacks of the executors opened here have thrown so far, as reported. */
  public List<Throwable> callbackFailures() {
    return callbackFailures;
  }

  // --- forcing an interleaving ---------------------------------------------------------------

  /** Returns a closed gate. Bodies may wait at it, so submissions have to be asynchronous. */
  public Gate gate() {
    require(Capability.SHARED_MEMORY);
    require(Capability.ASYNCHRONOUS);
    Gate gate = new Gate();
    gates.add(gate);
    return gate;
  }

  /**
   * Occupies {@code workers} workers of the executor with bodies that wait, deaf to interrupts, at
   * the returned gate; returns once they all do.
   */
  public Gate occupy(TaskExecutor executor, int workers) {
    Gate gate = gate();
    for (int i = 0; i < workers; i++) {
      executor.submit(gate::passUninterruptibly);
    }
    gate.expectArrived(workers);
    return gate;
  }

  /** Submits a task that is running when this method returns, and waits at the gate. */
  public <V extends @Nullable Object> TaskFuture<V> running(
      TaskExecutor executor, Gate gate, V value) {
    int before = gate.arrived();
    TaskFuture<V> future =
        executor.submit(() -> {
          gate.pass();
          return value;
        });
    gate.expectArrived(before + 1);
    return future;
  }

  /**
   * Returns a future that is not done, with the means to complete it: a task held at a gate of its
   * own, on an executor of its own.
   */
  public <V extends @Nullable Object> Held<V> held(V value) {
    Gate gate = gate();
    return new Held<>(running(open(1), gate, value), gate);
  }

  /**
   * Returns a pending task: queued behind a worker that is occupied, on an executor of its own;
   * needs BOUNDED_WORKERS. The gate lets the worker go on.
   */
  public <V extends @Nullable Object> Held<V> queued(Callable<V> body) {
    require(Capability.BOUNDED_WORKERS);
    TaskExecutor executor = open(1);
    Gate gate = occupy(executor, 1);
    return new Held<>(executor.submit(body), gate);
  }

  /**
   * Returns a cancelled future: of a task that was queued, or, without BOUNDED_WORKERS, of one that
   * was running.
   */
  public TaskFuture<String> cancelled() {
    boolean queued = has(Capability.BOUNDED_WORKERS);
    TaskFuture<String> future = queued ? queued(() -> "late").future() : held("late").future();
    future.cancel(false);
    Expect.expectTrue("cancel(false) cancels", future.isCancelled(), future.taskState());
    return future;
  }

  /**
   * A future that is not done, and the gate whose opening lets it be completed.
   *
   * @param future the future
   * @param gate the gate
   */
  public record Held<V extends @Nullable Object>(TaskFuture<V> future, Gate gate) {

    /** Opens the gate and expects that the future is done soon. */
    public void complete() {
      gate.open();
      Expect.expectDone("the released future", future);
    }
  }

  /**
   * Expects that the executor runs a further task: once there is a place in its queue, and after
   * all that is queued if it has one worker.
   */
  public void expectUsable(TaskExecutor executor) {
    AtomicReference<TaskFuture<?>> further = new AtomicReference<>();
    Expect.expectSoon("the executor accepts a further task", () -> isAccepted(executor, further));
    Expect.expectDone("a further task", further.get());
  }

  private static boolean isAccepted(
      TaskExecutor executor, AtomicReference<TaskFuture<?>> accepted) {
    try {
      accepted.set(executor.submit(() -> {}));
      return true;
    } catch (RejectedExecutionException full) {
      return false;
    }
  }

  /** Starts a platform thread that calls {@code body}. */
  public <T extends @Nullable Object> Caller<T> call(String name, Callable<T> body) {
    return track(new Caller<>(name, body, false));
  }

  /** Starts a virtual thread that calls {@code body}. */
  public <T extends @Nullable Object> Caller<T> callVirtually(String name, Callable<T> body) {
    return track(new Caller<>(name, body, true));
  }

  private <T extends @Nullable Object> Caller<T> track(Caller<T> caller) {
    callers.add(caller);
    return caller;
  }

  /**
   * Races two actions, released together on threads of their own, and returns when both are done.
   */
  public void race(Runnable one, Runnable other) {
    java.util.concurrent.CyclicBarrier start = new java.util.concurrent.CyclicBarrier(2);
    Caller<?> first = call("first racer", () -> raced(start, one));
    Caller<?> second = call("second racer", () -> raced(start, other));
    first.result();
    second.result();
    callers.remove(first);
    callers.remove(second);
  }

  private static @Nullable Void raced(java.util.concurrent.CyclicBarrier start, Runnable action)
      throws Exception {
    start.await();
    action.run();
    return null;
  }

  // --- probes --------------------------------------------------------------------------------

  /** Returns a callback that counts its calls; each registration must lead to exactly one. */
  public CallbackProbe probe() {
    CallbackProbe probe = new CallbackProbe();
    probes.add(probe);
    return probe;
  }

  /**
   * Returns a view of the future that counts the waiters it is given, so that one that stays behind
   * is noticed.
   */
  public <V extends @Nullable Object> CountedFuture<V> counted(TaskFuture<V> future) {
    CountedFuture<V> view = new CountedFuture<>(future);
    counted.add(view);
    return view;
  }

  // --- the end of a test ---------------------------------------------------------------------

  List<TrackedExecutor> executors() {
    return executors;
  }

  List<CallbackProbe> probes() {
    return probes;
  }

  List<CountedFuture<?>> countedFutures() {
    return counted;
  }

  void openGates() {
    gates.forEach(Gate::open);
  }

  /** Leaves no thread behind, whatever state the test and the subject are in. */
  void release() {
    openGates();
    executors.forEach(TrackedExecutor::release);
    callers.forEach(Caller::interrupt);
  }

  /** Throws anything as it is. */
  static RuntimeException sneak(Throwable failure) {
    return Kit.<RuntimeException>sneaky(failure);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X sneaky(Throwable failure) throws X {
    throw (X) failure;
  }
}
