package dev.gauntlet.reports.record;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Tells files of JSON lines apart by their first line. */
public final class RecordKind {
  /** Of a run record. */
  public static final String RUN = "run";

  /** Of a gate log. */
  public static final String GATE = "gate";

  private RecordKind() {}

  /**
   * The property {@code kind} of the first line.
   *
   * @param file compressed if its name ends with {@code .gz}
   * @return null when that line is no JSON object or has no such property
   * @throws ReportException when the file cannot be read
   */
  public static @Nullable String of(Path file) {
    try (LineInput lines = LineInput.open(file)) {
      byte[] first = lines.next();
      JsonNode kind = first == null ? null : Json.MAPPER.readTree(first).get("kind");
      return kind == null || !kind.isString() ? null : kind.stringValue();
    } catch (JacksonException e) {
      return null;
    } catch (IOException e) {
      throw new ReportException("cannot read " + file + ": " + IoMessages.reason(e), e);
    }
  }
}
