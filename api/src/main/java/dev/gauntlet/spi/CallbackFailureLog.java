package dev.gauntlet.spi;

import dev.gauntlet.TaskFuture;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The default handler of what callbacks throw. */
final class CallbackFailureLog {
  private static final Logger LOG = System.getLogger("dev.gauntlet");

  private CallbackFailureLog() {}

  static void callbackFailed(TaskFuture<?> future, Throwable failure) {
    LOG.log(
        Level.WARNING,
        "a done callback threw; its future and the other callbacks are unaffected",
        failure);
  }

  /** The last resort of a broken handler: nothing may escape, whatever the logger does. */
  static void handlerFailed(Throwable handlerFailure) {
    try {
      LOG.log(Level.WARNING, "the callback failure handler threw", handlerFailure);
    } catch (Throwable loggerFailure) {
      // Nobody is left to tell.
    }
  }
}
