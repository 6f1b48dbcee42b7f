package dev.gauntlet.examples;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.lockfree.LockFreeProvider;
import dev.gauntlet.spi.ExecutorConfig;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the user asked for: {@code <word> <file>...}.
 *
 * @param word the word
 * @param files the files, at least one
 */
record Search(String word, List<Path> files) {

  /** Reads the arguments; says how to call the program, and exits with 2, if there are too few. */
  static Search parse(Class<?> program, String... arguments) {
    if (arguments.length < 2) {
      System.err.println(
          "usage: java " + program.getName() + " <word> <file>..., for instance: the texts/*.txt");
      System.exit(2);
    }
    List<Path> files = Arrays.stream(arguments).skip(1).map(Path::of).toList();
    return new Search(arguments[0], files);
  }

  /** Opens the executor that the examples use; any other provider would do. */
  static TaskExecutor openExecutor() {
    return new LockFreeProvider().open(ExecutorConfig.builder().workers(4).build());
  }
}
