package dev.gauntlet.conformance;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A thread of the test that calls the subject; its outcome comes back to the test. */
public final class Caller<T extends @Nullable Object> {
  private final FutureTask<T> call;
  private final Thread thread;

  Caller(String name, Callable<T> body, boolean virtual) {
    call = new FutureTask<>(body);
    thread =
        virtual
            ? Thread.ofVirtual().name(name).unstarted(call)
            : Thread.ofPlatform().daemon().name(name).unstarted(call);
    thread.start();
  }

  /** Returns the thread. */
  public Thread thread() {
    return thread;
  }

  /** Interrupts the thread. */
  public void interrupt() {
    thread.interrupt();
  }

  /** Expects that the thread is blocked: it is parked or waits, and has not returned. */
  public void expectBlocked() {
    Expect.expectSoon(thread.getName() + " blocks", this::isBlocked);
  }

  /** Returns whether the thread is parked or waits at the moment, and has not returned. */
  public boolean isBlocked() {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING, BLOCKED -> !call.isDone();
      case NEW, RUNNABLE, TERMINATED -> false;
    };
  }

  /** Returns whether the call has returned or thrown. */
  public boolean isDone() {
    return call.isDone();
  }

  /** Returns what the call returned; what it threw is thrown here as it is. */
  public T result() {
    try {
      return call.get(Limits.SIGNAL.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw Kit.sneak(failed.getCause() == null ? failed : failed.getCause());
    } catch (TimeoutException late) {
      throw new Violation(
          thread.getName() + " returns",
          "it is " + thread.getState() + " after " + Limits.SIGNAL.toMillis() + " ms, at " + top());
    } catch (InterruptedException interrupt) {
      throw Kit.sneak(interrupt);
    }
  }

  /** Expects that the call throws a {@code type} and returns it. */
  public <X extends Throwable> X expectThrows(Class<X> type) {
    return Expect.expectThrows(thread.getName(), type, this::result);
  }

  private String top() {
    StackTraceElement[] frames = thread.getStackTrace();
    for (StackTraceElement frame : frames) {
      if (!frame.getClassName().startsWith("java.") && !frame.getClassName().startsWith("jdk.")) {
        return frame.toString();
      }
    }
    return frames.length == 0 ? "no frame" : frames[0].toString();
  }
}
