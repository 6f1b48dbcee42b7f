package dev.gauntlet.examples;

import dev.gauntlet.Completion;
import dev.gauntlet.ReturnWhen;
import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.TaskFutures;
import java.time.Duration;
import java.util.List;

/** Waits for all files at once, but no longer than ten seconds or the first failure. */
public final class SearchWithWait {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private SearchWithWait() {}

  /** Runs {@code <word> <file>...}. */
  public static void main(String[] arguments) throws InterruptedException {
    Search search = Search.parse(SearchWithWait.class, arguments);
    try (TaskExecutor executor = Search.openExecutor()) {
      List<TaskFuture<WordCount>> futures =
          search.files().stream()
              .map(file -> executor.submit(() -> WordCount.of(search.word(), file)))
              .toList();
      Completion<TaskFuture<WordCount>> completion =
          TaskFutures.await(futures, ReturnWhen.FIRST_EXCEPTION, PATIENCE);
      for (TaskFuture<WordCount> done : completion.done()) {
        System.out.println(done.result());
      }
      System.out.println(completion.notDone().size() + " files were not searched in time");
      completion.notDone().forEach(TaskFuture::cancel);
    }
  }
}
