package dev.gauntlet.spi;

import dev.gauntlet.TaskFuture;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** How an executor is opened. Immutable; validated here, once. */
public final class ExecutorConfig {
  private final int workers;
  private final @Nullable ThreadFactory threadFactory;
  private final @Nullable String threadNamePrefix;
  private final boolean daemon;
  private final int queueCapacity;
  private final RejectionPolicy rejectionPolicy;
  private final @Nullable Runnable initializer;
  private final BiConsumer<TaskFuture<?>, Throwable> callbackFailureHandler;

  private ExecutorConfig(Builder builder) {
    this.workers = builder.workers;
    this.threadFactory = builder.threadFactory;
    this.threadNamePrefix = builder.threadNamePrefix;
    this.daemon = builder.daemon;
    this.queueCapacity = builder.queueCapacity;
    this.rejectionPolicy = builder.rejectionPolicy;
    this.initializer = builder.initializer;
    this.callbackFailureHandler = builder.callbackFailureHandler;
  }

  /** Returns a builder that holds the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the configuration with all defaults. */
  public static ExecutorConfig defaults() {
    return builder().build();
  }

  /** Returns the greatest number of workers, 1 or more; default: the available processors. */
  public int workers() {
    return workers;
  }

  /** Returns the factory given, or null. Executors use {@link #newThreadFactory} instead. */
  public @Nullable ThreadFactory threadFactory() {
    return threadFactory;
  }

  /** Returns the prefix of thread names given, or null. */
  public @Nullable String threadNamePrefix() {
    return threadNamePrefix;
  }

  /** Returns whether worker threads are daemon threads; default: they are not (L24). */
  public boolean daemon() {
    return daemon;
  }

  /** Returns how many tasks may be queued, 1 or more; empty for no bound, the default. */
  public OptionalInt queueCapacity() {
    return queueCapacity == 0 ? OptionalInt.empty() : OptionalInt.of(queueCapacity);
  }

  /** Returns what a submission to a full queue does; without effect on an unbounded one. */
  public RejectionPolicy rejectionPolicy() {
    return rejectionPolicy;
  }

  /** Returns what each worker runs before its first task, or null. */
  public @Nullable Runnable initializer() {
    return initializer;
  }

  /**
   * Returns the factory for the worker threads of one executor: the one given, or one that makes
   * platform threads named {@code <prefix>-<pool>-<index>}, with the daemon flag of this
   * configuration, and with neither the inheritable thread-locals nor the context class loader of
   * the submitter (L23, L24, L31).
   *
   * @param defaultPrefix the prefix when none was given
   */
  public ThreadFactory newThreadFactory(String defaultPrefix) {
    if (threadFactory != null) {
      return threadFactory;
    }
    return WorkerThreads.factory(
        threadNamePrefix == null ? defaultPrefix : threadNamePrefix, daemon);
  }

  /**
   * Reports what a callback threw to the handler. Never throws, whatever the handler does (K8).
   *
   * @param future the future that was passed to the callback
   */
  public void reportCallbackFailure(TaskFuture<?> future, Throwable failure) {
    try {
      callbackFailureHandler.accept(future, failure);
    } catch (Throwable handlerFailure) {
      try {
        CallbackFailureLog.handlerFailed(handlerFailure);
      } catch (Throwable loggerFailure) {
        // Nobody is left to tell, or no stack or memory to tell it with.
      }
    }
  }

  /** Collects the settings; every setter validates its argument at once. */
  public static final class Builder {
    private int workers = Runtime.getRuntime().availableProcessors();
    private @Nullable ThreadFactory threadFactory;
    private @Nullable String threadNamePrefix;
    private boolean daemon;
    private int queueCapacity;
    private RejectionPolicy rejectionPolicy = RejectionPolicy.REJECT;
    private @Nullable Runnable initializer;
    private BiConsumer<TaskFuture<?>, Throwable> callbackFailureHandler =
        CallbackFailureLog::callbackFailed;

    private Builder() {}

    /**
     * Sets the greatest number of workers.
     *
     * @throws IllegalArgumentException if it is less than 1 (L14)
     */
    public Builder workers(int workers) {
      if (workers < 1) {
        throw new IllegalArgumentException("workers must be 1 or more: " + workers);
      }
      this.workers = workers;
      return this;
    }

    /** Sets the factory of worker threads, which then decides their names and daemon flags. */
    public Builder threadFactory(ThreadFactory threadFactory) {
      this.threadFactory = Objects.requireNonNull(threadFactory, "threadFactory");
      return this;
    }

    /** Sets the prefix of the names of worker threads. */
    public Builder threadNamePrefix(String threadNamePrefix) {
      this.threadNamePrefix = Objects.requireNonNull(threadNamePrefix, "threadNamePrefix");
      return this;
    }

    /** Sets whether worker threads are daemon threads. */
    public Builder daemon(boolean daemon) {
      this.daemon = daemon;
      return this;
    }

    /**
     * Bounds the queue: at most {@code queueCapacity} tasks wait that no worker has taken.
     *
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public Builder queueCapacity(int queueCapacity, RejectionPolicy rejectionPolicy) {
      if (queueCapacity < 1) {
        throw new IllegalArgumentException("queueCapacity must be 1 or more: " + queueCapacity);
      }
      this.rejectionPolicy = Objects.requireNonNull(rejectionPolicy, "rejectionPolicy");
      this.queueCapacity = queueCapacity;
      return this;
    }

    /** Sets what each worker runs before its first task (B1). */
    public Builder initializer(Runnable initializer) {
      this.initializer = Objects.requireNonNull(initializer, "initializer");
      return this;
    }

    /**
     * Sets who is told what callbacks throw, on the thread that ran the callback; default: the
     * {@link System.Logger} {@code dev.gauntlet}, level WARNING (K8).
     */
    public Builder callbackFailureHandler(BiConsumer<TaskFuture<?>, Throwable> handler) {
      this.callbackFailureHandler = Objects.requireNonNull(handler, "handler");
      return this;
    }

    /** Returns the configuration. */
    public ExecutorConfig build() {
      return new ExecutorConfig(this);
    }
  }
}
