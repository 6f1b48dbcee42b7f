package dev.gauntlet.reports.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/** Files that hold one JSON object. */
public final class JsonFiles {

  private JsonFiles() {}

  /**
   * Reads an object.
   *
   * @param what names what the file should hold, with its article
   * @throws ReportException when the file cannot be read or holds something else
   */
  public static <T> T read(Path file, Class<T> type, String what) {
    try {
      return Json.MAPPER.readValue(Files.readAllBytes(file), type);
    } catch (NoSuchFileException e) {
      throw new ReportException(file + ": no such file", e);
    } catch (IOException e) {
      throw new ReportException("cannot read " + file + ": " + IoMessages.reason(e), e);
    } catch (JacksonException e) {
      throw new ReportException(file + ": not " + what + ": " + Json.reason(e), e);
    }
  }

  /** Returns an object as indented JSON. */
  public static String toText(Object value) {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }
}
