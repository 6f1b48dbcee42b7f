package dev.gauntlet.conformance;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** Submissions of which some may be refused. */
final class Submissions {
  private static final int MOST = 3;

  private Submissions() {}

  /** Submits until the queue is full, three times at most; returns what was accepted. */
  static List<TaskFuture<?>> untilRefused(TaskExecutor executor, Runnable body) {
    List<TaskFuture<?>> accepted = new ArrayList<>();
    try {
      for (int i = 0; i < MOST; i++) {
        accepted.add(executor.submit(body));
      }
    } catch (RejectedExecutionException refused) {
      // The queue is full.
    }
    return accepted;
  }

  /** Executes a command where a Callable is wanted. */
  static String execute(TaskExecutor executor, Runnable command) {
    executor.execute(command);
    return "accepted";
  }
}
