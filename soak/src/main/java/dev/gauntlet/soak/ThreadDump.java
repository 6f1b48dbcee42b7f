package dev.gauntlet.soak;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The stacks of all threads. Only the diagnostic bean of HotSpot shows virtual ones as well. */
final class ThreadDump {

  private ThreadDump() {}

  static String take() {
    try {
      Path directory = Files.createTempDirectory("gauntlet-soak");
      Path file = directory.resolve("threads.txt").toAbsolutePath();
      try {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
        return Files.readString(file);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(directory);
      }
    } catch (IOException failure) {
      return "no thread dump could be written: " + failure;
    }
  }
}
