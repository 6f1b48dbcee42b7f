package dev.gauntlet.conformance;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a test on a thread of its own, so that a subject that hangs, deaf to interrupts, costs one
 * test and not the run.
 */
final class TimeLimit {
  private static final int FRAMES = 12;

  private TimeLimit() {}

  /** A test that may throw anything. */
  @FunctionalInterface
  interface Body {
    void run() throws Throwable;
  }

  static void run(Body body) throws Throwable {
    FutureTask<Boolean> test =
        new FutureTask<>(() -> {
          try {
            body.run();
            return true;
          } catch (Throwable failure) {
            throw Kit.sneak(failure);
          }
        });
    Thread thread = Thread.ofPlatform().daemon().name("rule").start(test);
    try {
      test.get(Limits.RULE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() == null ? failed : failed.getCause();
    } catch (TimeoutException hanging) {
      String dump = dump();
      thread.interrupt();
      throw new Violation(
          "the test ends", "it hangs after " + Limits.RULE.toMillis() + " ms\n" + dump);
    }
  }

  /** Waits for the action only for a while: a subject that hangs must not hold up the run. */
  static void attempt(String name, Runnable action) throws InterruptedException {
    Thread.ofPlatform().daemon().name(name).start(action).join(Limits.SIGNAL);
  }

  /** Returns what the threads of the test and of the subject are doing. */
  static String dump() {
    StringBuilder dump = new StringBuilder("threads:");
    for (ThreadInfo info : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
      if (info == null || !isInteresting(info.getStackTrace())) {
        continue;
      }
      dump.append("\n  ").append(info.getThreadName()).append(' ').append(info.getThreadState());
      if (info.getLockName() != null) {
        dump.append(" on ").append(info.getLockName());
      }
      StackTraceElement[] frames = info.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
        dump.append("\n    at ").append(frames[i]);
      }
    }
    return dump.toString();
  }

  private static boolean isInteresting(StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      String type = frame.getClassName();
      if (!type.startsWith("java.")
          && !type.startsWith("jdk.")
          && !type.startsWith("sun.")
          && !type.startsWith("org.junit.")
          && !type.startsWith("org.apache.maven.")) {
        return true;
      }
    }
    return false;
  }
}
