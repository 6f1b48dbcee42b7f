package dev.gauntlet.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Tasks that are submitted together and awaited together; allocates nothing while measured. */
final class Batch {
  private final Ticket[] tasks;
  private final Future<?>[] futures;

  Batch(int capacity) {
    this(capacity, Ticket::new);
  }

  Batch(int capacity, Supplier<Ticket> task) {
    tasks = new Ticket[capacity];
    for (int i = 0; i < capacity; i++) {
      tasks[i] = task.get();
    }
    futures = new Future<?>[capacity];
  }

  /** Submits the first {@code size} tasks. */
  void submit(ExecutorService executor, int size) {
    for (int i = 0; i < size; i++) {
      futures[i] = executor.submit(tasks[i]);
    }
  }

  /** Waits for the first {@code size} tasks, from the last to the first, and compares results. */
  void redeem(int size) throws Exception {
    for (int i = size - 1; i >= 0; i--) {
      tasks[i].redeem(futures[i]);
    }
  }

  /** Compares the results of the first {@code size} tasks, which must have run by now. */
  void redeemDone(int size) throws Exception {
    for (int i = 0; i < size; i++) {
      if (!futures[i].isDone()) {
        throw new WrongAnswerException("a task was not run by an executor that has terminated");
      }
    }
    redeem(size);
  }
}
