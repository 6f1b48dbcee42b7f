package dev.gauntlet.virtualthreads;

import java.util.concurrent.ThreadFactory;

/** Factories whose threads do not start as they should. */
final class BrokenThreads {

  private BrokenThreads() {}

  /** The machine has no thread left. */
  static OutOfMemoryError exhausted() {
    return new OutOfMemoryError("unable to create native thread, on purpose");
  }

  /** Threads whose start throws, and that never run. */
  static Thread unstartable(Runnable body, Throwable failure) {
    return new Thread(body) {
      @Override
      public void start() {
        BrokenThreads.<RuntimeException>sneak(failure);
      }
    };
  }

  /** Threads whose start throws although they run. */
  static ThreadFactory startedAllTheSame() {
    return body ->
        new Thread(body) {
          @Override
          public void start() {
            super.start();
            Await.ended(this);
            throw exhausted();
          }
        };
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> void sneak(Throwable failure) throws X {
    throw (X) failure;
  }
}
