package dev.gauntlet.examples;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import java.nio.file.Path;

/** Prints each result from a callback, on the worker that found it; nobody waits for a future. */
public final class SearchWithCallbacks {

  private SearchWithCallbacks() {}

  /** Runs {@code <word> <file>...}. */
  public static void main(String[] arguments) {
    Search search = Search.parse(SearchWithCallbacks.class, arguments);
    try (TaskExecutor executor = Search.openExecutor()) {
      for (Path file : search.files()) {
        executor
            .submit(() -> WordCount.of(search.word(), file))
            .addDoneCallback(SearchWithCallbacks::print);
      }
    }
  }

  private static void print(TaskFuture<WordCount> done) {
    switch (done.taskState()) {
      case SUCCEEDED -> System.out.println(done.resultNow());
      case FAILED -> System.out.println(done.exceptionNow().getMessage());
      case CANCELLED, PENDING, RUNNING -> throw new AssertionError(done);
    }
  }
}
