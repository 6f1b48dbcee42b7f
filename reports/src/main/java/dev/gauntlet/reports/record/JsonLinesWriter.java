package dev.gauntlet.reports.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.ObjectWriter;

/**
 * Appends JSON objects to a file, one a line. Each line is on the disk when the method returns, so
 * a program that is killed loses at most the line it was writing.
 *
 * <p>Safe for use by several threads: a shutdown hook may write while another line is being
 * written. Every method throws {@link ReportException} when the file cannot be written.
 *
 * @param <L> what a line holds
 */
public final class JsonLinesWriter<L> implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final ObjectWriter line;
  private final ReentrantLock lock = new ReentrantLock();

  private JsonLinesWriter(Path file, FileChannel channel, Class<L> type) {
    this.file = file;
    this.channel = channel;
    this.line = Json.MAPPER.writerFor(type);
  }

  /** Starts a file in a folder that is created when absent; a file that is there is an error. */
  public static <L> JsonLinesWriter<L> create(Path file, Class<L> type, L first) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      JsonLinesWriter<L> writer =
          new JsonLinesWriter<>(
              file,
              FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              type);
      writer.write(first);
      return writer;
    } catch (FileAlreadyExistsException e) {
      throw new ReportException(file + " exists already; choose another directory or name", e);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /** Opens a file to add to it; a line that was cut off at the end is removed first. */
  public static <L> JsonLinesWriter<L> append(Path file, Class<L> type) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      long end = endOfLastLine(channel);
      channel.truncate(end).position(end);
      return new JsonLinesWriter<>(file, channel, type);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /** The file being written. */
  public Path file() {
    return file;
  }

  /** Appends a line. */
  public void write(L content) {
    byte[] bytes = (line.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
    lock.lock();
    try {
      long start = channel.position();
      try {
        writeFully(ByteBuffer.wrap(bytes));
      } catch (IOException e) {
        channel.truncate(start);
        throw e;
      }
    } catch (IOException e) {
      throw cannotWrite(file, e);
    } finally {
      lock.unlock();
    }
  }

  /** Closes the file; closing twice does nothing. */
  @Override
  public void close() {
    lock.lock();
    try {
      channel.close();
    } catch (IOException e) {
      throw cannotWrite(file, e);
    } finally {
      lock.unlock();
    }
  }

  private void writeFully(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  private static long endOfLastLine(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long end = channel.size(); end > 0; end--) {
      one.clear();
      channel.read(one, end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
    }
    return 0;
  }

  private static ReportException cannotWrite(Path file, IOException e) {
    return new ReportException("cannot write " + file + ": " + IoMessages.reason(e), e);
  }
}
