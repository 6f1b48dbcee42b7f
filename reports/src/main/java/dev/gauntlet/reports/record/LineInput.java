package dev.gauntlet.reports.record;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a file as bytes, knowing whether the last one had its line feed. Blank lines are skipped
 * but counted.
 */
final class LineInput implements AutoCloseable {
  private final InputStream in;
  private int number;
  private boolean cutOff;

  LineInput(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * Opens a file.
   *
   * @param file compressed if its name ends with {@code .gz}
   */
  static LineInput open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return new LineInput(file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes);
  }

  /** The next line without its line feed, or null at the end. */
  byte @Nullable [] next() throws IOException {
    while (!cutOff) {
      byte[] line = readLine();
      if (line.length == 0 && cutOff) {
        return null;
      }
      if (!isBlank(line)) {
        return line;
      }
    }
    return null;
  }

  /** Number of the line returned last, from 1. */
  int number() {
    return number;
  }

  /** Whether the line returned last ended with the file instead of a line feed. */
  boolean wasCutOff() {
    return cutOff;
  }

  private byte[] readLine() throws IOException {
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = in.read();
    while (b >= 0 && b != '\n') {
      line.write(b);
      b = in.read();
    }
    cutOff = b < 0;
    return line.toByteArray();
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
