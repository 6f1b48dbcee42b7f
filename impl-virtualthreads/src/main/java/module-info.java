/** Executors whose workers are virtual threads: one for each task, or a bounded number. */
module dev.gauntlet.virtualthreads {
  requires transitive dev.gauntlet.api;
  requires static org.jspecify;

  exports dev.gauntlet.virtualthreads;

  provides dev.gauntlet.spi.ExecutorProvider with
      dev.gauntlet.virtualthreads.VirtualThreadProvider,
      dev.gauntlet.virtualthreads.BoundedVirtualThreadProvider;
}
