package dev.gauntlet.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.TaskFuture;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.RejectionPolicy;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundedQueueTest {

  static List<PeerProvider> bounded() {
    return Peers.with(Capability.BOUNDED_QUEUE);
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void reject_fullQueue_throws(PeerProvider peer) throws Exception {
    try (TaskExecutor executor = open(peer, RejectionPolicy.REJECT);
        Gate gate = new Gate()) {
      executor.submit(gate);
      gate.awaitStarted();
      TaskFuture<String> queued = executor.submit(() -> "queued");
      assertThrows(RejectedExecutionException.class, () -> executor.submit(() -> "refused"));
      gate.open();
      assertEquals("queued", queued.get());
    }
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void callerRuns_fullQueue_runsOnTheSubmitter(PeerProvider peer) throws Exception {
    try (TaskExecutor executor = open(peer, RejectionPolicy.CALLER_RUNS);
        Gate gate = new Gate()) {
      executor.submit(gate);
      gate.awaitStarted();
      TaskFuture<String> queued = executor.submit(() -> "queued");
      assertSame(Thread.currentThread(), executor.submit(Thread::currentThread).get());
      gate.open();
      assertEquals("queued", queued.get());
    }
  }

  private static TaskExecutor open(PeerProvider peer, RejectionPolicy policy) {
    return peer.open(ExecutorConfig.builder().workers(1).queueCapacity(1, policy).build());
  }
}
