package dev.gauntlet.model;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.model.ExecutorProtocol.Subject;
import dev.gauntlet.model.StartFailureVsSubmit.FirstWorker;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import dev.gauntlet.spi.PromiseFactory;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The protocols of an executor on platform threads, each beside one in which a bug is seeded. */
abstract class ProtocolModelTest {
  private static final Logger LOG = Logger.getLogger("dev.gauntlet");

  private final ExecutorProvider provider;
  private final PromiseFactory promises;
  private final Subject sound;

  ProtocolModelTest(ExecutorProvider provider) {
    this.provider = provider;
    this.promises = provider.promises().orElseThrow();
    this.sound = weakened(UnaryOperator.identity());
  }

  private Subject weakened(UnaryOperator<TaskExecutor> weakening) {
    return new Subject(provider, weakening);
  }

  /** What is made once for all executors, such as the thread of a cleaner, is not modelled. */
  @BeforeEach
  void openOne() {
    LOG.setLevel(Level.OFF);
    provider.open(ExecutorConfig.defaults()).close();
  }

  @AfterEach
  void logAgain() {
    LOG.setLevel(null);
  }

  private void holds(String name, Supplier<Protocol> protocol) {
    ProtocolExplorer.holds(provider.name() + ": " + name, protocol);
  }

  private void findsHang(String name, Supplier<Protocol> protocol) {
    ProtocolExplorer.findsHang(provider.name() + ": " + name, protocol);
  }

  @Test
  void submitVsShutdown() {
    holds("submit vs shutdown", () -> new SubmitVsShutdown(sound, 2));
  }

  @Test
  void submitVsShutdown_acceptingInTwoSteps_isFound() {
    Subject weak = weakened(pool -> new Weakenings.AcceptsInTwoSteps(pool, promises));
    findsHang("submit vs shutdown, accepting in two steps", () -> new SubmitVsShutdown(weak, 1));
  }

  @Test
  void innerSubmitVsShutdown() {
    holds("inner submit vs shutdown", () -> new InnerSubmitVsShutdown(sound, 2));
  }

  @Test
  void innerSubmitVsShutdown_promisingWhatIsRejected_isFound() {
    Subject weak = weakened(pool -> new Weakenings.PromisesWhatIsRejected(pool, promises));
    findsHang(
        "inner submit vs shutdown, promising what is rejected",
        () -> new InnerSubmitVsShutdown(weak, 1));
  }

  @Test
  void innerSubmitVsShutdownNow() {
    holds("inner submit vs shutdownNow", () -> new InnerSubmitVsShutdownNow(sound, 2));
  }

  @Test
  void innerSubmitVsShutdownNow_promisingWhatIsRejected_isFound() {
    Subject weak = weakened(pool -> new Weakenings.PromisesWhatIsRejected(pool, promises));
    findsHang(
        "inner submit vs shutdownNow, promising what is rejected",
        () -> new InnerSubmitVsShutdownNow(weak, 1));
  }

  @Test
  void innerSubmitVsPark() {
    holds("inner submit vs park", () -> new InnerSubmitVsPark(sound));
  }

  @Test
  void innerSubmitVsPark_withoutPermits_isFound() {
    ProtocolExplorer.findsHangWithoutPermits(
        provider.name() + ": inner submit vs park, an early unpark is lost",
        () -> new InnerSubmitVsPark(sound));
  }

  @Test
  void parkVsSubmit() {
    holds("park vs submit", () -> new ParkVsSubmit(sound, 2));
  }

  @Test
  void parkVsSubmit_withoutPermits_isFound() {
    ProtocolExplorer.findsHangWithoutPermits(
        provider.name() + ": park vs submit, an early unpark is lost",
        () -> new ParkVsSubmit(sound, 1));
  }

  @Test
  void nestedJoin() {
    holds("nested join", () -> new NestedJoin(sound, 2));
  }

  @Test
  void nestedJoin_waitingInsteadOfHelping_isFound() {
    Subject weak = weakened(pool -> new Weakenings.WaitsInsteadOfHelping(pool, promises));
    findsHang("nested join, waiting instead of helping", () -> new NestedJoin(weak, 1));
  }

  @Test
  void closeFromCallback() {
    holds("close from a callback", () -> new CloseFromCallback(sound));
  }

  @Test
  void closeFromCallback_waitingOnAWorker_isFound() {
    Subject weak = weakened(Weakenings.ClosesAnywhere::new);
    findsHang("close from a callback, waiting on a worker", () -> new CloseFromCallback(weak));
  }

  @Test
  void workerExitVsSubmit() {
    holds("worker exit vs submit", () -> new WorkerExitVsSubmit(sound));
  }

  @Test
  void workerExitVsSubmit_acceptingInTwoSteps_isFound() {
    Subject weak = weakened(pool -> new Weakenings.AcceptsInTwoSteps(pool, promises));
    findsHang("worker exit vs submit, accepting in two steps", () -> new WorkerExitVsSubmit(weak));
  }

  @Test
  void startFailureVsSubmit() {
    holds(
        "start failure vs submit",
        () -> new StartFailureVsSubmit(sound, FirstWorker.FAILS_TO_START));
  }

  @Test
  void startFailureVsSubmit_unnoticed_isFound() {
    findsHang(
        "start failure vs submit, unnoticed",
        () -> new StartFailureVsSubmit(sound, FirstWorker.IS_NONE));
  }
}
