package dev.gauntlet.lockfree;

/** A thread that executes its own submission (CALLER_RUNS). It is not the pool's to interrupt. */
final class Guest extends Runner {

  Guest(LockFreePool pool) {
    super(pool);
  }
}
