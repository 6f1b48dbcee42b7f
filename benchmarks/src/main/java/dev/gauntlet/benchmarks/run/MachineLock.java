package dev.gauntlet.benchmarks.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * JMH's lock on the machine, held for a whole run. JMH itself holds it for one Runner, that is for
 * one fork, and would let another run in between; so this class takes it and tells JMH not to.
 */
public final class MachineLock implements AutoCloseable {
  private static final String IGNORE = "jmh.ignoreLock";
  private static final boolean IGNORED_BY_USER = Boolean.getBoolean(IGNORE);

  private final @Nullable FileChannel channel;

  private MachineLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, unless the user has told JMH to ignore it.
   *
   * @throws BenchUnavailableException if another run holds it
   */
  public static MachineLock acquire() {
    if (IGNORED_BY_USER) {
      return new MachineLock(null);
    }
    MachineLock lock = acquire(Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock"));
    System.setProperty(IGNORE, "true"); // read when JMH's Runner is loaded
    return lock;
  }

  static MachineLock acquire(Path file) {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      openToAllUsers(file);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new MachineLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // held by this JVM
    } catch (IOException e) {
      close(channel);
      throw new BenchUnavailableException("cannot use the JMH lock " + file + ": " + e);
    }
    close(channel);
    throw new BenchUnavailableException(
        "another JMH run on this machine holds the lock "
            + file
            + "; wait for it, or start with -D"
            + IGNORE
            + "=true if there is none");
  }

  private static void openToAllUsers(Path file) {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    } catch (IOException | UnsupportedOperationException e) {
      // somebody else's file, or no such permissions: the lock itself is what counts
    }
  }

  @Override
  public void close() {
    close(channel);
  }

  private static void close(@Nullable FileChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new BenchUnavailableException("cannot release the JMH lock: " + e);
    }
  }
}
