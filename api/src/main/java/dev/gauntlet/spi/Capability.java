package dev.gauntlet.spi;

/**
 * What an executor can do beyond the core contract. A provider declares its capabilities, and the
 * conformance kit holds it to them; for a capability it lacks, the kit checks the replacement rule
 * of section Y of {@code SPEC.md} instead.
 */
public enum Capability {
  /**
   * Tasks run in the submitter's JVM and share its heap. An executor whose tasks run in another
   * process or on another machine lacks it: its tasks, results and exceptions are serialisable and
   * travel by value.
   */
  SHARED_MEMORY,
  /**
   * A submission returns without waiting for the body. An executor that runs each task on the
   * submitting thread lacks it.
   */
  ASYNCHRONOUS,
  /** {@code cancel(true)} and {@code shutdownNow} interrupt the thread that runs the body. */
  INTERRUPTS_RUNNING_TASKS,
  /** At most {@code workers} bodies run at once. */
  BOUNDED_WORKERS,
  /**
   * {@code queueCapacity} is honoured with {@link RejectionPolicy#REJECT} and {@link
   * RejectionPolicy#CALLER_RUNS}.
   */
  BOUNDED_QUEUE,
  /** {@code queueCapacity} is honoured with {@link RejectionPolicy#BLOCK}. */
  BLOCKS_WHEN_FULL,
  /** A worker that waits without a time-out for a pending task of its own executor runs it. */
  HELPS_NESTED_JOIN,
  /** With one worker, tasks start in the order of submission. */
  FIFO_WITH_ONE_WORKER,
  /** The thread factory, the thread name prefix and the daemon flag are honoured. */
  CUSTOM_THREADS,
  /** The initializer runs on each worker before its first task. */
  INITIALIZER,
  /** {@link ExecutorProvider#promises} is present. */
  PROMISES
}
