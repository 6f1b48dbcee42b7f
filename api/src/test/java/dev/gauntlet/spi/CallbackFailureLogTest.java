package dev.gauntlet.spi;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** K8: reports are logged, also after one that could not be. */
class CallbackFailureLogTest {
  private static final int ATTEMPTS = 600;
  private static final Logger LOGGER = Logger.getLogger("dev.gauntlet");

  private final List<Throwable> logged = new CopyOnWriteArrayList<>();
  private int attempts;

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /** The class is loaded anew, so that its first use is the one where the stack ends. */
  @Test
  void firstReportAtTheEndOfAStack_leavesTheNextOneLogged() throws Exception {
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(handler);
    System.getLogger("dev.gauntlet").log(Level.WARNING, "the first use of the logger");
    URL classes = ExecutorConfig.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader fresh =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      Method report =
          fresh
              .loadClass(CallbackFailureLog.class.getName())
              .getDeclaredMethod(
                  "callbackFailed", fresh.loadClass("dev.gauntlet.TaskFuture"), Throwable.class);
      report.setAccessible(true);
      Thread thread = new Thread(null, () -> fall(report, new Exception("lost")), "small", 200_000);
      thread.start();
      thread.join();
      Exception failure = new Exception("logged");
      report.invoke(null, null, failure);
      assertSame(failure, logged.getLast());
    } finally {
      LOGGER.removeHandler(handler);
      LOGGER.setUseParentHandlers(true);
    }
  }

  private void fall(Method report, Exception failure) {
    try {
      fall(report, failure);
    } catch (StackOverflowError end) {
      // The frames above go on.
    }
    if (attempts++ < ATTEMPTS) {
      try {
        report.invoke(null, null, failure);
      } catch (ReflectiveOperationException | LinkageError | StackOverflowError expected) {
        // What it left behind is looked at afterwards.
      }
    }
  }
}
