package dev.gauntlet.reports.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

/**
 * Appends to a run record. Each line is on the disk when the method returns, so a run that is
 * killed loses at most the fork it was measuring.
 *
 * <p>Safe for use by several threads: a shutdown hook may write the end while a fork is being
 * written. Every method throws {@link ReportException} when the file cannot be written.
 */
public final class RunRecordWriter implements AutoCloseable {
  /** Name of the record inside the directory of its run. */
  public static final String FILE_NAME = "run.jsonl";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int COMMIT_LENGTH = 7;
  private static final ObjectWriter LINE = Json.MAPPER.writerFor(RunLine.class);

  private final Path file;
  private final FileChannel channel;
  private final ReentrantLock lock = new ReentrantLock();

  private RunRecordWriter(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * The name of a run: its start in UTC and the commit, so that names sort by time.
   *
   * @param commit full or short hash; null when unknown
   */
  public static String runId(Instant startedAt, @Nullable String commit) {
    String suffix =
        commit == null || commit.isBlank()
            ? "nocommit"
            : commit.substring(0, Math.min(COMMIT_LENGTH, commit.length()));
    return STAMP.format(startedAt) + "-" + suffix;
  }

  /** Parses a JSON text, such as one of JMH's result objects, for {@link ForkResult#jmh()}. */
  public static JsonNode rawJson(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new ReportException("not JSON: " + Json.reason(e), e);
    }
  }

  /**
   * Starts a record in a directory that is created when absent; a record that is already there is
   * an error.
   */
  public static RunRecordWriter create(Path directory, RunHeader header) {
    Path file = directory.resolve(FILE_NAME);
    try {
      Files.createDirectories(directory);
      RunRecordWriter writer =
          new RunRecordWriter(
              file,
              FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
      writer.write(header);
      return writer;
    } catch (FileAlreadyExistsException e) {
      throw new ReportException(file + " exists already; choose another directory", e);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /**
   * Opens the record in a directory to add to it; a line that was cut off at the end is removed
   * first.
   */
  public static RunRecordWriter append(Path directory) {
    Path file = directory.resolve(FILE_NAME);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      long end = endOfLastLine(channel);
      channel.truncate(end).position(end);
      return new RunRecordWriter(file, channel);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /** The file being written. */
  public Path file() {
    return file;
  }

  /** Appends a finished fork. */
  public void fork(ForkResult fork) {
    write(fork);
  }

  /** Appends a fork that gave no result. */
  public void failure(ForkFailure failure) {
    write(failure);
  }

  /** Appends the end. More forks may follow when the run is resumed. */
  public void end(RunEnd end) {
    write(end);
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

  private void write(RunLine line) {
    byte[] bytes = (LINE.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
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
