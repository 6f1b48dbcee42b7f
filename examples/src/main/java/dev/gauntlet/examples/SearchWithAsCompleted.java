package dev.gauntlet.examples;

import dev.gauntlet.CompletionIterator;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import java.util.List;

/** Prints each result as soon as it is there, whatever the order of the files. */
public final class SearchWithAsCompleted {

  private SearchWithAsCompleted() {}

  /** Runs {@code <word> <file>...}. */
  public static void main(String[] arguments) throws InterruptedException {
    Search search = Search.parse(SearchWithAsCompleted.class, arguments);
    try (TaskExecutor executor = Search.openExecutor()) {
      List<TaskFuture<WordCount>> futures =
          search.files().stream()
              .map(file -> executor.submit(() -> WordCount.of(search.word(), file)))
              .toList();
      try (CompletionIterator<TaskFuture<WordCount>> completed = TaskFutures.asCompleted(futures)) {
        while (completed.hasNext()) {
          System.out.println(completed.next().result());
        }
      }
    }
  }
}
