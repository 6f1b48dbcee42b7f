/** Executor and futures on compare-and-set. */
module dev.gauntlet.lockfree {
  requires transitive dev.gauntlet.api;
  requires static org.jspecify;

  exports dev.gauntlet.lockfree;

  provides dev.gauntlet.spi.ExecutorProvider with
      dev.gauntlet.lockfree.LockFreeProvider;
}
