package dev.gauntlet.peers;

import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The pool behind {@link java.util.concurrent.Executors#newFixedThreadPool}, with its options. */
final class FixedPool {

  private FixedPool() {}

  static ThreadPoolExecutor open(ExecutorConfig config, String name) {
    BlockingQueue<Runnable> queue =
        config.queueCapacity().isPresent()
            ? new LinkedBlockingQueue<>(config.queueCapacity().getAsInt())
            : new LinkedBlockingQueue<>();
    return new ThreadPoolExecutor(
        config.workers(),
        config.workers(),
        0,
        TimeUnit.MILLISECONDS,
        queue,
        config.newThreadFactory(name),
        whenFull(config));
  }

  private static RejectedExecutionHandler whenFull(ExecutorConfig config) {
    return config.queueCapacity().isPresent()
            && config.rejectionPolicy() == RejectionPolicy.CALLER_RUNS
        ? new ThreadPoolExecutor.CallerRunsPolicy()
        : new ThreadPoolExecutor.AbortPolicy();
  }
}
