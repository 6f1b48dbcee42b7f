package dev.gauntlet.reports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lies beside a run record: {@code conform.json} beside {@code run.jsonl}, and beside any
 * other {@code NAME.jsonl} also {@code NAME-conform.json}, which is the record's own in a folder of
 * many.
 */
final class Companions {
  private final Path record;

  /**
   * @param record the file of the run record
   */
  Companions(Path record) {
    this.record = record;
  }

  /** Returns the file of that kind, compressed if its name ends with {@code .gz}. */
  Optional<Path> find(String name) {
    return Stream.of(stem() + "-" + name, name)
        .flatMap(file -> Stream.of(file, file + ".gz"))
        .map(record::resolveSibling)
        .filter(Files::exists)
        .findFirst();
  }

  private String stem() {
    return String.valueOf(record.getFileName()).replaceFirst("\\.jsonl(\\.gz)?$", "");
  }
}
