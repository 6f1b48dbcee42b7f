package dev.gauntlet.benchmarks;

import dev.gauntlet.lockfree.LockFreeProvider;
import dev.gauntlet.locking.LockingProvider;
import dev.gauntlet.peers.CachedPoolPeer;
import dev.gauntlet.peers.CallerRunsPeer;
import dev.gauntlet.peers.CompletableFutureForkJoinPeer;
import dev.gauntlet.peers.CompletableFuturePeer;
import dev.gauntlet.peers.EnhancedQueuePeer;
import dev.gauntlet.peers.FixedPoolPeer;
import dev.gauntlet.peers.ForkJoinPeer;
import dev.gauntlet.peers.GuavaPeer;
import dev.gauntlet.peers.JettyPeer;
import dev.gauntlet.peers.NettyPeer;
import dev.gauntlet.peers.VirtualThreadPeer;
import dev.gauntlet.reports.record.SubjectInfo.Kind;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.virtualthreads.BoundedVirtualThreadProvider;
import dev.gauntlet.virtualthreads.VirtualThreadProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Every executor that can be measured: ours, the peers, the floor, and whatever else the class path
 * offers as an {@link ExecutorProvider}. A subject is loaded when it is asked for, so that a fork
 * holds the classes of one.
 */
public final class Subjects {
  private static final List<String> BUILT_IN =
      List.of(
          Names.LOCKFREE,
          Names.LOCKING,
          Names.VIRTUALTHREADS,
          Names.VIRTUALTHREADS_BOUNDED,
          Names.JDK_FIXED,
          Names.JDK_CACHED,
          Names.JDK_FORKJOIN,
          Names.JDK_VIRTUAL,
          Names.JDK_COMPLETABLEFUTURE,
          Names.JDK_CF_FORKJOIN,
          Names.JBOSS_EQE,
          Names.NETTY_DEFAULT,
          Names.JETTY_QTP,
          Names.GUAVA_LISTENING,
          Names.CALLER_RUNS);

  private Subjects() {}

  /** Returns the names of the subjects that come with Gauntlet, in the order of reports. */
  public static List<String> builtInNames() {
    return BUILT_IN;
  }

  /** Returns every name that can be asked for. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(BUILT_IN);
    for (ExecutorProvider provider : ServiceLoader.load(ExecutorProvider.class)) {
      if (!names.contains(provider.name())) {
        names.add(provider.name());
      }
    }
    return names;
  }

  /**
   * Returns the subject of that name.
   *
   * @throws IllegalArgumentException if there is none; the message names it and those there are
   */
  public static Subject named(String name) {
    return switch (name) {
      case Names.LOCKFREE -> gauntlet(new LockFreeProvider());
      case Names.LOCKING -> gauntlet(new LockingProvider());
      case Names.VIRTUALTHREADS -> gauntlet(new VirtualThreadProvider());
      case Names.VIRTUALTHREADS_BOUNDED -> gauntlet(new BoundedVirtualThreadProvider());
      case Names.JDK_FIXED -> peer(new FixedPoolPeer());
      case Names.JDK_CACHED -> peer(new CachedPoolPeer());
      case Names.JDK_FORKJOIN -> peer(new ForkJoinPeer());
      case Names.JDK_VIRTUAL -> peer(new VirtualThreadPeer());
      case Names.JDK_COMPLETABLEFUTURE -> peer(new CompletableFuturePeer());
      case Names.JDK_CF_FORKJOIN -> peer(new CompletableFutureForkJoinPeer());
      case Names.JBOSS_EQE -> peer(new EnhancedQueuePeer());
      case Names.NETTY_DEFAULT -> peer(new NettyPeer());
      case Names.JETTY_QTP -> peer(new JettyPeer());
      case Names.GUAVA_LISTENING -> peer(new GuavaPeer());
      case Names.CALLER_RUNS -> new Subject(new CallerRunsPeer(), Kind.FLOOR);
      default -> discovered(name);
    };
  }

  private static Subject gauntlet(ExecutorProvider provider) {
    return new Subject(provider, Kind.GAUNTLET);
  }

  private static Subject peer(ExecutorProvider provider) {
    return new Subject(provider, Kind.PEER);
  }

  private static Subject discovered(String name) {
    for (ExecutorProvider provider : ServiceLoader.load(ExecutorProvider.class)) {
      if (provider.name().equals(name)) {
        return peer(provider);
      }
    }
    throw new IllegalArgumentException(
        "unknown subject \"" + name + "\"; there are " + String.join(", ", names()));
  }
}
