package dev.gauntlet.examples;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Submits one task for each file, and asks each future for its result. */
public final class SearchWithSubmit {

  private SearchWithSubmit() {}

  /** Runs {@code <word> <file>...}. */
  public static void main(String[] arguments) throws InterruptedException {
    Search search = Search.parse(SearchWithSubmit.class, arguments);
    try (TaskExecutor executor = Search.openExecutor()) {
      List<TaskFuture<WordCount>> futures = new ArrayList<>();
      for (Path file : search.files()) {
        futures.add(executor.submit(() -> WordCount.of(search.word(), file)));
      }
      for (TaskFuture<WordCount> future : futures) {
        System.out.println(future.result());
      }
    }
  }
}
