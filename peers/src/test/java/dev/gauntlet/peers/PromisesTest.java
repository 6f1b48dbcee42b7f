package dev.gauntlet.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskState;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.Promise;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PromisesTest {

  static List<PeerProvider> withPromises() {
    return Peers.with(Capability.PROMISES);
  }

  private static Promise<String> promise(PeerProvider peer) {
    return peer.promises().orElseThrow().newPromise();
  }

  @ParameterizedTest
  @MethodSource("withPromises")
  void trySucceed_settlesOnce(PeerProvider peer) throws Exception {
    Promise<String> promise = promise(peer);
    assertSame(promise.future(), promise.future());
    assertEquals(TaskState.PENDING, promise.future().taskState());
    assertTrue(promise.start());
    assertEquals(TaskState.RUNNING, promise.future().taskState());
    assertThrows(IllegalStateException.class, promise::start);
    assertTrue(promise.trySucceed("first"));
    assertFalse(promise.trySucceed("second"));
    assertFalse(promise.tryFail(new IllegalStateException()));
    assertFalse(promise.start());
    assertEquals("first", promise.future().get());
  }

  @ParameterizedTest
  @MethodSource("withPromises")
  void tryFail_keepsTheFailure(PeerProvider peer) throws Exception {
    Promise<String> promise = promise(peer);
    Throwable failure = new IllegalArgumentException("bad");
    assertTrue(promise.tryFail(failure));
    assertFalse(promise.trySucceed("late"));
    assertSame(failure, promise.future().exception());
    assertEquals(TaskState.FAILED, promise.future().taskState());
  }

  @ParameterizedTest
  @MethodSource("withPromises")
  void cancel_beforeTheStart_wins(PeerProvider peer) {
    Promise<String> promise = promise(peer);
    assertTrue(promise.future().cancel());
    assertFalse(promise.start());
    assertFalse(promise.trySucceed("late"));
    assertFalse(promise.tryFail(new IllegalStateException()));
    assertThrows(CancellationException.class, promise.future()::get);
  }

  @ParameterizedTest
  @MethodSource("withPromises")
  void cancel_afterTheStart_leavesItAlone(PeerProvider peer) throws Exception {
    Promise<String> promise = promise(peer);
    assertTrue(promise.start());
    assertFalse(promise.future().cancel());
    assertTrue(promise.trySucceed("value"));
    assertEquals("value", promise.future().result());
  }

  @ParameterizedTest
  @MethodSource("withPromises")
  void callbacks_runOnTheSettlingThread(PeerProvider peer) {
    Promise<String> promise = promise(peer);
    Thread[] ranOn = new Thread[1];
    promise.future().addDoneCallback(done -> ranOn[0] = Thread.currentThread());
    promise.trySucceed("value");
    assertSame(Thread.currentThread(), ranOn[0]);
  }

  @ParameterizedTest
  @MethodSource("withPromises")
  void trySucceed_fromTheCallback_isLate(PeerProvider peer) {
    Promise<String> promise = promise(peer);
    boolean[] again = {true};
    promise.future().addDoneCallback(done -> again[0] = promise.trySucceed("again"));
    assertTrue(promise.trySucceed("value"));
    assertFalse(again[0]);
  }

  @ParameterizedTest
  @MethodSource("withPromises")
  void race_exactlyOneSettles(PeerProvider peer) throws Exception {
    for (int round = 0; round < 1_000; round++) {
      Promise<String> promise = promise(peer);
      AtomicInteger winners = new AtomicInteger();
      CyclicBarrier start = new CyclicBarrier(2);
      Thread rival =
          Thread.ofVirtual()
              .start(() -> {
                Race.await(start);
                if (promise.tryFail(new IllegalStateException())) {
                  winners.incrementAndGet();
                }
              });
      Race.await(start);
      if (promise.trySucceed("value")) {
        winners.incrementAndGet();
      }
      rival.join();
      assertEquals(1, winners.get());
    }
  }

  @ParameterizedTest
  @MethodSource("withPromises")
  void raw_succeedReachesGetAndListener(PeerProvider peer) throws Exception {
    RawPromises raw = peer.rawPromises().orElseThrow();
    Object promise = raw.newPromise();
    Thread[] ranOn = new Thread[1];
    raw.addListener(promise, () -> ranOn[0] = Thread.currentThread());
    raw.succeed(promise, "value");
    assertEquals("value", raw.get(promise));
    assertSame(Thread.currentThread(), ranOn[0]);
    assertFalse(promise.getClass().getName().contains("Wrapped"));
  }

  private static final class Race {
    static void await(CyclicBarrier barrier) {
      try {
        barrier.await();
      } catch (Exception broken) {
        throw new AssertionError(broken);
      }
    }
  }
}
