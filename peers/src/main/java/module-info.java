/** Executors of the JDK and of other libraries behind the API. */
module dev.gauntlet.peers {
  requires static transitive org.jspecify;
  requires transitive dev.gauntlet.api;
  requires com.google.common;
  requires io.netty.common;
  requires org.eclipse.jetty.util;
  requires org.jboss.threads;

  exports dev.gauntlet.peers;

  provides dev.gauntlet.spi.ExecutorProvider with
      dev.gauntlet.peers.FixedPoolPeer,
      dev.gauntlet.peers.CachedPoolPeer,
      dev.gauntlet.peers.ForkJoinPeer,
      dev.gauntlet.peers.VirtualThreadPeer,
      dev.gauntlet.peers.CompletableFuturePeer,
      dev.gauntlet.peers.CompletableFutureForkJoinPeer,
      dev.gauntlet.peers.EnhancedQueuePeer,
      dev.gauntlet.peers.NettyPeer,
      dev.gauntlet.peers.JettyPeer,
      dev.gauntlet.peers.GuavaPeer,
      dev.gauntlet.peers.CallerRunsPeer;
}
