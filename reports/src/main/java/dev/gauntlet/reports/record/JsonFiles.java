package dev.gauntlet.reports.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;

/** Files that hold one JSON object. */
public final class JsonFiles {

  private JsonFiles() {}

  /**
   * Reads an object.
   *
   * @param file compressed if its name ends with {@code .gz}
   * @param what names what the file should hold, with its article
   * @throws ReportException when the file cannot be read or holds something else
   */
  public static <T> T read(Path file, Class<T> type, String what) {
    try (InputStream bytes = open(file)) {
      return Json.MAPPER.readValue(bytes.readAllBytes(), type);
    } catch (NoSuchFileException e) {
      throw new ReportException(file + ": no such file", e);
    } catch (IOException e) {
      throw new ReportException("cannot read " + file + ": " + IoMessages.reason(e), e);
    } catch (JacksonException e) {
      throw new ReportException(file + ": not " + what + ": " + Json.reason(e), e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }

  /** Returns an object as indented JSON. */
  public static String toText(Object value) {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }
}
