/** The contract of Gauntlet: executors, futures, and what an implementation provides. */
module dev.gauntlet.api {
  requires static transitive org.jspecify;

  exports dev.gauntlet;
  exports dev.gauntlet.spi;

  uses dev.gauntlet.spi.ExecutorProvider;
}
