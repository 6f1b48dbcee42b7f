/** An executor built on locks: a queue, its workers and its futures, each guarded by one. */
module dev.gauntlet.locking {
  requires transitive dev.gauntlet.api;

  exports dev.gauntlet.locking;

  provides dev.gauntlet.spi.ExecutorProvider with
      dev.gauntlet.locking.LockingProvider;
}
