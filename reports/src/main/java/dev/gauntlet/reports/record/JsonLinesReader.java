package dev.gauntlet.reports.record;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a file of JSON objects, one a line, as {@link JsonLinesWriter} writes them.
 *
 * <p>A last line that was cut off is left out with a warning, since that is what a killed run
 * leaves. Anything else that is not a line of such a file is an error that names the file and the
 * line.
 *
 * @param <L> what a line holds
 */
public final class JsonLinesReader<L> {
  private static final String RAW_JMH = "jmh";

  private final Path file;
  private final Class<L> type;
  private final boolean keepRawJmh;
  private final List<String> warnings = new ArrayList<>();

  /**
   * @param file compressed if its name ends with {@code .gz}
   * @param type what a line holds
   * @param keepRawJmh whether JMH's own objects, which may be large, are read too
   */
  public JsonLinesReader(Path file, Class<L> type, boolean keepRawJmh) {
    this.file = file;
    this.type = type;
    this.keepRawJmh = keepRawJmh;
  }

  /**
   * Passes on each line in order.
   *
   * @param sink throws {@link IllegalArgumentException} with a reason for a line that it refuses
   * @return what was odd about the file, one line each
   * @throws NoSuchFileException when there is no file
   * @throws ReportException when it cannot be read or a line is not what it should be
   */
  public List<String> read(Consumer<L> sink) throws NoSuchFileException {
    try (LineInput lines = LineInput.open(file)) {
      byte[] line = lines.next();
      while (line != null) {
        accept(line, lines, sink);
        line = lines.next();
      }
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw new ReportException("cannot read " + file + ": " + IoMessages.reason(e), e);
    }
    return warnings;
  }

  private void accept(byte[] line, LineInput lines, Consumer<L> sink) {
    try {
      sink.accept(parse(line));
    } catch (JacksonException | IllegalArgumentException e) {
      if (!lines.wasCutOff()) {
        throw badLine(lines.number(), e);
      }
      warnings.add(
          "line "
              + lines.number()
              + " was cut off and is left out: the run was killed while writing it");
    }
  }

  private L parse(byte[] line) {
    JsonNode node = Json.MAPPER.readTree(line);
    if (!(node instanceof ObjectNode object)) {
      throw new IllegalArgumentException("not a JSON object");
    }
    if (!keepRawJmh) {
      object.remove(RAW_JMH);
    }
    return Json.MAPPER.treeToValue(object, type);
  }

  private ReportException badLine(int number, RuntimeException e) {
    String reason = e instanceof JacksonException json ? Json.reason(json) : e.getMessage();
    return new ReportException(file + ":" + number + ": " + reason, e);
  }
}
