package dev.gauntlet.reports.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which subject keeps which rule, as found by one run of the conformance kit.
 *
 * @param schema version of the format, {@link #SCHEMA} when written by this version
 * @param startedAt start of that run
 * @param rules every rule asked, in the order of the specification
 * @param subjects every subject asked
 * @param results at most one per rule and subject
 */
public record ConformanceMatrix(
    @JsonProperty(required = true) int schema,
    Instant startedAt,
    List<Rule> rules,
    List<Subject> subjects,
    List<Result> results) {
  /** The format version this class writes and the newest it reads. */
  public static final int SCHEMA = 1;

  /** Name of the matrix inside the directory of a run. */
  public static final String FILE_NAME = "conform.json";

  /**
   * A rule of the specification.
   *
   * @param id for example {@code "C1"}
   * @param level {@code "MUST"} or {@code "SHOULD"}
   * @param section heading it stands under
   * @param sentence the rule itself
   * @param intent why it is there; null when not given
   */
  public record Rule(
      String id, String level, String section, String sentence, @Nullable String intent) {
    public Rule {
      Fields.required(id, "rule.id");
      level = Fields.text(level);
      section = Fields.text(section);
      sentence = Fields.text(sentence);
    }
  }

  /**
   * A subject of the kit.
   *
   * @param name unique name
   * @param version version of the library; null when it has none of its own
   * @param capabilities what it declares it can do
   */
  public record Subject(String name, @Nullable String version, List<String> capabilities) {
    public Subject {
      Fields.required(name, "subject.name");
      capabilities = Fields.list(capabilities);
    }
  }

  /** How a rule came out. */
  public enum Outcome {
    /** The subject keeps the rule. */
    @JsonProperty("kept")
    KEPT,
    /** The subject breaks the rule. */
    @JsonProperty("broken")
    BROKEN,
    /** The rule needs a capability the subject does not declare; another rule was asked instead. */
    @JsonProperty("replaced")
    REPLACED
  }

  /**
   * One rule asked of one subject.
   *
   * @param rule id of the rule
   * @param subject name of the subject
   * @param outcome how it came out
   * @param replacedBy id of the rule asked instead; null unless replaced
   * @param message what was expected and seen, possibly several lines; null when there is nothing
   *     to say
   * @param knownDeviation whether the outcome is a deviation listed beforehand
   * @param millis time it took in milliseconds
   */
  public record Result(
      String rule,
      String subject,
      Outcome outcome,
      @Nullable String replacedBy,
      @Nullable String message,
      boolean knownDeviation,
      long millis) {
    public Result {
      Fields.required(rule, "result.rule");
      Fields.required(subject, "result.subject");
      Fields.required(outcome, "result.outcome");
    }
  }

  public ConformanceMatrix {
    Fields.required(startedAt, "startedAt");
    rules = Fields.list(rules);
    subjects = Fields.list(subjects);
    results = Fields.list(results);
    if (schema != SCHEMA) {
      throw new IllegalArgumentException(
          "schema " + schema + ", but this version reads schema " + SCHEMA);
    }
  }

  /** How a rule came out over a subject; empty when it was not asked. */
  public Optional<Result> result(String rule, String subject) {
    return results.stream()
        .filter(result -> result.rule().equals(rule) && result.subject().equals(subject))
        .findFirst();
  }

  /**
   * Reads a matrix.
   *
   * @throws ReportException when the file cannot be read or holds something else
   */
  public static ConformanceMatrix read(Path file) {
    return JsonFiles.read(file, ConformanceMatrix.class, "a conformance matrix");
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
