package dev.gauntlet.spi;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the default worker threads. */
final class WorkerThreads {
  private static final AtomicInteger POOLS = new AtomicInteger();

  private WorkerThreads() {}

  @SuppressWarnings("ThreadPriorityCheck") // not inherited from whoever submits first
  static ThreadFactory factory(String prefix, boolean daemon) {
    Thread.Builder builder =
        Thread.ofPlatform()
            .name(prefix + "-" + POOLS.incrementAndGet() + "-", 1)
            .daemon(daemon)
            .priority(Thread.NORM_PRIORITY)
            .inheritInheritableThreadLocals(false);
    ThreadFactory threads = builder.factory();
    return body -> {
      Thread thread = threads.newThread(body);
      thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
      return thread;
    };
  }
}
