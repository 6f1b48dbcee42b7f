package dev.gauntlet.reports.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How every race ended over every subject, as found by one run of the races.
 *
 * @param schema version of the format, {@link #SCHEMA} when written by this version
 * @param startedAt start of that run
 * @param mode how long each race was run, for example {@code "QUICK"}
 * @param seconds how long the run took
 * @param origin what was raced, and where; null in files of versions that did not say
 * @param results at most one per race and subject
 */
public record RaceMatrix(
    @JsonProperty(required = true) int schema,
    Instant startedAt,
    String mode,
    long seconds,
    @Nullable Origin origin,
    List<Result> results) {
  /** The format version this class writes and the newest it reads. */
  public static final int SCHEMA = 1;

  /** Name of the matrix inside the directory of a run. */
  public static final String FILE_NAME = "stress.json";

  /**
   * What was raced, and where.
   *
   * @param commit the commit of the sources; null if it is unknown
   * @param dirty whether they differ from it
   * @param java the version of Java
   * @param processors how many processors Java sees
   */
  public record Origin(@Nullable String commit, boolean dirty, String java, int processors) {
    public Origin {
      java = Fields.text(java);
    }
  }

  /**
   * A race over a subject.
   *
   * @param race the race
   * @param subject the implementation, or the control
   * @param control whether the subject is weakened on purpose and has to show the bug
   * @param rules ids of the rules that the race checks
   * @param passed whether all is as it should be
   * @param verdict what the samples come to, in a word
   * @param samples how many there are
   * @param outcomes the outcomes, those that were not seen included
   * @param errors what went wrong, one line each
   */
  public record Result(
      String race,
      String subject,
      boolean control,
      List<String> rules,
      @JsonProperty(required = true) boolean passed,
      String verdict,
      long samples,
      List<OutcomeCount> outcomes,
      List<String> errors) {
    public Result {
      Fields.required(race, "result.race");
      Fields.required(subject, "result.subject");
      rules = Fields.list(rules);
      verdict = Fields.text(verdict);
      outcomes = Fields.list(outcomes);
      errors = Fields.list(errors);
    }
  }

  /**
   * How often an outcome was seen.
   *
   * @param id the outcome, in the words of its race
   * @param expectation {@code "ACCEPTABLE"}, {@code "INTERESTING"} or {@code "FORBIDDEN"}
   * @param count how many samples ended so
   * @param description what it means
   */
  public record OutcomeCount(String id, String expectation, long count, String description) {
    public OutcomeCount {
      Fields.required(id, "outcome.id");
      expectation = Fields.text(expectation);
      description = Fields.text(description);
    }
  }

  public RaceMatrix {
    Fields.required(startedAt, "startedAt");
    mode = Fields.text(mode);
    results = Fields.list(results);
    if (schema != SCHEMA) {
      throw new IllegalArgumentException(
          "schema " + schema + ", but this version reads schema " + SCHEMA);
    }
  }

  /**
   * Reads a matrix.
   *
   * @throws ReportException when the file cannot be read or holds something else
   */
  public static RaceMatrix read(Path file) {
    return JsonFiles.read(file, RaceMatrix.class, "a race matrix");
  }

  /**
   * Writes the matrix as indented JSON; a reader sees the whole file or the one before it.
   *
   * @throws ReportException when the file cannot be written
   */
  public void write(Path file) {
    AtomicFiles.write(file, toJson() + "\n");
  }

  /** The matrix as indented JSON. */
  public String toJson() {
    return JsonFiles.toText(this);
  }
}
