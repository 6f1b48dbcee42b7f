package dev.gauntlet.reports.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One measured executor.
 *
 * @param name unique name, for example {@code "lockfree"}
 * @param description one line for people
 * @param version version of the library; null when it has none of its own
 * @param kind what part it plays in the comparison
 */
public record SubjectInfo(String name, String description, @Nullable String version, Kind kind) {
  /** The part a subject plays in a comparison. */
  public enum Kind {
    /** One of this project's implementations. */
    @JsonProperty("gauntlet")
    GAUNTLET,
    /** An executor to be compared with. */
    @JsonProperty("peer")
    PEER,
    /** A lower bound that is no executor in earnest, such as running the task in the caller. */
    @JsonProperty("floor")
    FLOOR,
    /** The machine itself, in rows that measure no executor. */
    @JsonProperty("limit")
    LIMIT
  }

  public SubjectInfo {
    Fields.required(name, "subject.name");
    description = Fields.text(description);
    Fields.required(kind, "subject.kind");
  }
}
