package dev.gauntlet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What some threads do at once. It ends when all of them have ended: one that waits for ever is a
 * bug that is found. What a thread throws fails the whole, which by itself it would not.
 */
abstract class Protocol {
  /** What one thread does. */
  interface Part {
    void run() throws Exception;
  }

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /** The part of the first thread, which begins the others. */
  abstract void run() throws Exception;

  /** Throws unless all is as it must be in the end. */
  abstract void check();

  /** Begins a thread for a part. */
  final Thread alongside(Part part) {
    Thread thread = newThread(part);
    thread.start();
    return thread;
  }

  /** Makes a thread that somebody else starts; the same one has the same name in each run. */
  final Thread newThread(Part part) {
    synchronized (threads) {
      Thread thread = new Thread(() -> guard(part), Integer.toString(threads.size()));
      threads.add(thread);
      return thread;
    }
  }

  private void guard(Part part) {
    try {
      part.run();
    } catch (Throwable thrown) {
      failure.compareAndSet(null, thrown);
    }
  }

  final void play() throws InterruptedException {
    guard(this::run);
    for (int i = 0; i < count(); i++) {
      thread(i).join();
    }
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new AssertionError(thrown);
    }
    check();
  }

  /** A thread that makes another one does so before it ends. */
  private int count() {
    synchronized (threads) {
      return threads.size();
    }
  }

  private Thread thread(int index) {
    synchronized (threads) {
      return threads.get(index);
    }
  }

  static void require(boolean fact, String otherwise) {
    if (!fact) {
      throw new AssertionError(otherwise);
    }
  }
}
