package dev.gauntlet.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineLockTest {
  @TempDir Path folder;

  @Test
  void aSecondRunIsRefusedAndToldWhatToDo() {
    Path file = folder.resolve("jmh.lock");
    MachineLock held = MachineLock.acquire(file);
    String message =
        assertThrows(BenchUnavailableException.class, () -> MachineLock.acquire(file)).getMessage();
    assertTrue(message.contains("another JMH run") && message.contains(file.toString()), message);
    held.close();
    MachineLock.acquire(file).close();
  }

  @Test
  void itIsTheLockThatJmhTakes() throws Exception {
    Path file = folder.resolve("jmh.lock");
    MachineLock held = MachineLock.acquire(file);
    try (FileChannel jmh = FileChannel.open(file, StandardOpenOption.WRITE)) {
      assertThrows(OverlappingFileLockException.class, jmh::tryLock);
      held.close();
      assertTrue(jmh.tryLock().isValid());
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() {
    Path file = folder.resolve("absent").resolve("jmh.lock");
    String message =
        assertThrows(BenchUnavailableException.class, () -> MachineLock.acquire(file)).getMessage();
    assertTrue(message.contains(file.toString()), message);
  }
}
