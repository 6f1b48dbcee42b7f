package dev.gauntlet.benchmarks;

/** What a scenario asks of a subject that not every subject has; one that lacks it has no row. */
public enum Need {
  /** Futures that are settled by hand. */
  PROMISES("promises"),
  /** Promises that take any number of callbacks, before and after they are settled. */
  CALLBACKS("promises that take callbacks"),
  /** Workers that are bounded in number, so that tasks wait for one. */
  QUEUE("a queue"),
  /** A thread for every task, however many there are. */
  THREAD_EACH("a thread for every task"),
  /** Tasks that join other tasks of their executor, more of them at once than there are workers. */
  NESTED_JOIN("joins within tasks"),
  /** A shutdown after which every task that was submitted before runs. */
  DRAIN("a shutdown that runs what was submitted"),
  /** Interrupts of a cancelled task that reach no other one. */
  CONFINED_INTERRUPTS("interrupts that reach no other task");

  private final String words;

  Need(String words) {
    this.words = words;
  }

  /** Returns it in words: {@code "promises"}. */
  public String words() {
    return words;
  }
}
