package dev.gauntlet.benchmarks.environment;

import java.util.ArrayList;
import java.util.List;

/** A process and everything it started that still runs. */
final class ProcessTree {
  private final SystemFiles files;
  private final long root;

  ProcessTree(SystemFiles files, long root) {
    this.files = files;
    this.root = root;
  }

  /** Returns the processes, the root first. */
  List<Long> processes() {
    List<Long> found = new ArrayList<>(List.of(root));
    for (int next = 0; next < found.size(); next++) {
      found.addAll(children(found.get(next)));
    }
    return found;
  }

  /** Each thread has a list of the children that it started. */
  private List<Long> children(long process) {
    String tasks = "proc/" + process + "/task";
    return files.numbers(tasks).stream()
        .flatMap(thread -> files.firstLine(tasks + "/" + thread + "/children").stream())
        .flatMap(line -> SystemFiles.words(line).stream())
        .map(Long::parseLong)
        .toList();
  }
}
