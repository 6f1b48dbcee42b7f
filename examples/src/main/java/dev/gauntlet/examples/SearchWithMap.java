package dev.gauntlet.examples;

import dev.gauntlet.MappedResults;
import dev.gauntlet.TaskExecutor;

/** Maps the files to their counts: results come in the order of the files. */
public final class SearchWithMap {

  private SearchWithMap() {}

  /** Runs {@code <word> <file>...}. */
  public static void main(String[] arguments) {
    Search search = Search.parse(SearchWithMap.class, arguments);
    try (TaskExecutor executor = Search.openExecutor();
        MappedResults<WordCount> results =
            executor.map(file -> WordCount.of(search.word(), file), search.files())) {
      results.forEachRemaining(System.out::println);
    }
  }
}
