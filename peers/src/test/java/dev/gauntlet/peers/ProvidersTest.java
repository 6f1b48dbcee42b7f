package dev.gauntlet.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProvidersTest {

  @Test
  void serviceLoader_findsEveryPeer() {
    assertEquals(
        List.of(
            "jdk-fixed",
            "jdk-cached",
            "jdk-forkjoin",
            "jdk-virtual",
            "jdk-completablefuture",
            "jdk-cf-forkjoin",
            "jboss-eqe",
            "netty-default",
            "jetty-qtp",
            "guava-listening",
            "caller-runs"),
        Peers.all().stream().map(PeerProvider::name).toList());
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void version_isTheOneThatRuns(PeerProvider peer) {
    String version = peer.version().orElseThrow();
    assertTrue(version.matches("[0-9]+(\\.[0-9]+)*([.-][A-Za-z]+)?"), version);
    if (peer.name().startsWith("jdk-")) {
      assertTrue((version + ".").startsWith(Runtime.version().feature() + "."), version);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void description_isOneLineOfItsOwn(PeerProvider peer) {
    assertFalse(peer.description().isBlank());
    assertFalse(peer.description().contains("\n"));
    assertFalse(peer.description().equals(peer.name()));
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void promises_arePresentWithTheCapability(PeerProvider peer) {
    boolean declared = peer.capabilities().contains(Capability.PROMISES);
    assertEquals(declared, peer.promises().isPresent());
    assertEquals(declared, peer.rawPromises().isPresent());
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void open_lackingCapability_isRefusedByName(PeerProvider peer) {
    refuses(peer, Capability.INITIALIZER, ExecutorConfig.builder().initializer(() -> {}));
    refuses(peer, Capability.CUSTOM_THREADS, ExecutorConfig.builder().threadFactory(Thread::new));
    refuses(peer, Capability.CUSTOM_THREADS, ExecutorConfig.builder().threadNamePrefix("w"));
    refuses(
        peer,
        Capability.BOUNDED_QUEUE,
        ExecutorConfig.builder().queueCapacity(1, RejectionPolicy.REJECT));
    refuses(
        peer,
        Capability.BOUNDED_QUEUE,
        ExecutorConfig.builder().queueCapacity(1, RejectionPolicy.CALLER_RUNS));
    refuses(
        peer,
        Capability.BLOCKS_WHEN_FULL,
        ExecutorConfig.builder().queueCapacity(1, RejectionPolicy.BLOCK));
  }

  private static void refuses(
      PeerProvider peer, Capability capability, ExecutorConfig.Builder asked) {
    if (peer.capabilities().contains(capability)) {
      peer.open(asked.build()).close();
      return;
    }
    for (var opening :
        Set.<java.util.function.Consumer<ExecutorConfig>>of(peer::open, peer::openRaw)) {
      UnsupportedOperationException refusal =
          assertThrows(UnsupportedOperationException.class, () -> opening.accept(asked.build()));
      assertTrue(refusal.getMessage().contains(capability.name()), refusal.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#all")
  void openRaw_returnsFuturesOfThePeer(PeerProvider peer) throws Exception {
    try (ExecutorService raw = peer.openRaw(Peers.oneWorker())) {
      Future<String> future = raw.submit(() -> "done");
      assertEquals("done", future.get());
      assertFalse(future.getClass().getName().startsWith("dev.gauntlet"), future.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gauntlet.peers.Peers#asynchronous")
  void open_honoursThreadNamesAndDaemonFlag(PeerProvider peer) throws Exception {
    if (!peer.capabilities().contains(Capability.CUSTOM_THREADS)) {
      return;
    }
    ExecutorConfig config =
        ExecutorConfig.builder().workers(1).threadNamePrefix("named").daemon(true).build();
    try (var executor = peer.open(config)) {
      Thread worker = executor.submit(Thread::currentThread).get();
      assertTrue(worker.getName().matches("named-[0-9]+-[0-9]+"), worker.getName());
      assertTrue(worker.isDaemon());
    }
  }
}
