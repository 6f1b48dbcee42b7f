package dev.gauntlet.soak;

import java.util.SplittableRandom;

/** What actors do. */
enum Operation implements Weighted {
  SUBMIT(24, Submitting::callable),
  SUBMIT_RUNNABLE(4, Submitting::runnable),
  SUBMIT_WITH_RESULT(3, Submitting::runnableWithResult),
  EXECUTE(8, Submitting::execute),
  SUBMIT_WITH_CALLBACKS(12, Submitting::withCallbacks),
  SUBMIT_THEN_CANCEL(10, Submitting::thenCancel),
  CANCEL(4, Cancelling::plain),
  CANCEL_WITHOUT_INTERRUPT(4, Cancelling::withoutInterrupt),
  CANCEL_WITH_INTERRUPT(6, Cancelling::withInterrupt),
  REGISTER_CALLBACK(8, Registering::inline),
  REGISTER_WITH_EXECUTOR(3, Registering::throughExecutor),
  GET(6, Retrieving::get),
  RESULT(3, Retrieving::result),
  EXCEPTION(3, Retrieving::exception),
  TIMED_RETRIEVAL(5, Retrieving::timed),
  INTERRUPTED_GET(3, Retrieving::interrupted),
  POLL(4, Retrieving::poll),
  AWAIT(4, Groups::await),
  AS_COMPLETED(3, Groups::asCompleted),
  INVOKE_ALL(2, Bulk::invokeAll),
  INVOKE_ANY(2, Bulk::invokeAny),
  MAP(2, Bulk::map),
  STRAY_INTERRUPT(3, Operation::strayInterrupt),
  /** Drawn apart: once or twice in an epoch, or never. */
  END(0, (arena, random) -> Ending.draw(random).perform(arena));

  /** How an operation is performed; it draws its choices from {@code random} alone. */
  @FunctionalInterface
  interface Action {
    void perform(Arena arena, SplittableRandom random);
  }

  private final int weight;

  @SuppressWarnings("ImmutableEnumChecker") // references to static methods
  private final Action action;

  Operation(int weight, Action action) {
    this.weight = weight;
    this.action = action;
  }

  @Override
  public int weight() {
    return weight;
  }

  static Operation draw(SplittableRandom random) {
    return Weighted.draw(values(), random);
  }

  void perform(Arena arena, SplittableRandom random) {
    action.perform(arena, random);
  }

  /** Interrupts a worker from outside, in the epochs in which a flag proves nothing. */
  private static void strayInterrupt(Arena arena, SplittableRandom random) {
    Thread worker = arena.workers.pick(random);
    if (arena.plan.strays() && worker != null) {
      worker.interrupt();
      arena.counts.strays.increment();
    }
  }

  @Override
  public String toString() {
    return Tally.nameOf(this);
  }
}
