package dev.gauntlet.lockfree;

/** What can wait in the queues of a pool; every node that is ever PENDING there is a job. */
interface Job {

  /** Returns, once it has ended, whether somebody waited for that. */
  boolean wasAwaited();

  /** Runs the body, settles, runs the callbacks; the caller has claimed it for {@code worker}. */
  void runOn(Worker worker);

  /** Runs an unclaimed job that was never queued on the thread of its submitter (CALLER_RUNS). */
  void runByCaller();

  /**
   * Completes the cancellation of a job that the caller has moved from PENDING to CANCELLED.
   *
   * @return what {@code shutdownNow} returns for it
   */
  Runnable finishCancelling();

  /** Brings a job to its end whose run was cut short by an error of the implementation (R19). */
  void settleOrphan();

  /** Fails a job that the caller has moved from PENDING to FAILING: two stores at most. */
  void fail(Throwable failure);

  /** Tells those who wait for a job that has failed. */
  void announceFailure();
}
