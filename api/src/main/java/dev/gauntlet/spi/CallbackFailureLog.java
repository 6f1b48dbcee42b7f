package dev.gauntlet.spi;

import dev.gauntlet.TaskFuture;
import java.lang.System.Logger.Level;

/**
 * The default handler of what callbacks throw. The logger is no constant: where a stack ends or
 * memory has run out its making fails, and a class that was not initialised then never is.
 */
final class CallbackFailureLog {

  private CallbackFailureLog() {}

  static void callbackFailed(TaskFuture<?> future, Throwable failure) {
    warn("a done callback threw; its future and the other callbacks are unaffected", failure);
  }

  static void handlerFailed(Throwable handlerFailure) {
    warn("the callback failure handler threw", handlerFailure);
  }

  private static void warn(String message, Throwable failure) {
    System.getLogger("dev.gauntlet").log(Level.WARNING, message, failure);
  }
}
