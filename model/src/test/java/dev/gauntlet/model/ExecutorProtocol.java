package dev.gauntlet.model;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A protocol around one executor, whose workers are threads of the protocol. */
abstract class ExecutorProtocol extends Protocol {
  /** What a task returns. */
  static final Integer RESULT = 7;

  /** How an executor is opened, and what is put around it. */
  record Subject(ExecutorProvider provider, UnaryOperator<TaskExecutor> weakening) {
    TaskExecutor open(ExecutorConfig config) {
      return weakening.apply(provider.open(config));
    }
  }

  final TaskExecutor executor;
  final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger successes = new AtomicInteger();

  ExecutorProtocol(Subject subject, int workers) {
    executor = subject.open(config(workers).build());
  }

  ExecutorConfig.Builder config(int workers) {
    return ExecutorConfig.builder().workers(workers).threadFactory(threads());
  }

  ThreadFactory threads() {
    return worker -> newThread(worker::run);
  }

  private Integer body() {
    runs.incrementAndGet();
    return RESULT;
  }

  /** Submits a task; returns its future, or null if it is rejected. */
  final @Nullable TaskFuture<Integer> trySubmit() {
    try {
      return executor.submit((Callable<Integer>) this::body);
    } catch (RejectedExecutionException rejection) {
      return null;
    }
  }

  static void awaitResult(@Nullable TaskFuture<Integer> future) throws InterruptedException {
    if (future != null) {
      require(RESULT.equals(future.result()), "another result");
    }
  }

  /** Waits until an accepted task is done; it has succeeded, or was refused later. */
  final void succeedOrBeRefused(@Nullable TaskFuture<Integer> future) throws InterruptedException {
    if (future == null) {
      return;
    }
    Throwable failure = future.exception();
    if (failure == null) {
      successes.incrementAndGet();
    } else {
      require(failure instanceof RejectedExecutionException, "another failure: " + failure);
    }
  }

  /** Returns how many tasks {@link #succeedOrBeRefused} has seen succeed. */
  final int successes() {
    return successes.get();
  }

  final void requireTerminated() {
    require(executor.isTerminated(), "all threads have ended, and the executor is not terminated");
  }
}
