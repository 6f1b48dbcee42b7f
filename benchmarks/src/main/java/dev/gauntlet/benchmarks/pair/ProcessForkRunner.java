package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.environment.ContentionWatch;
import dev.gauntlet.benchmarks.run.ForkTimer;
import dev.gauntlet.reports.gate.Arm;
import dev.gauntlet.reports.gate.GateFork;
import dev.gauntlet.reports.gate.GateRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Measures each fork in a process of its own, JMH in the jar being its main program. */
final class ProcessForkRunner implements ForkRunner {
  private static final String PADDING = "GAUNTLET_PADDING";
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final List<GateRow> rows;
  private final Map<Arm, ArmJar> arms;
  private final ForkCommand command;
  private final PairOrder order;
  private final JarCopies copies;
  private final Path logs;
  private final ForkTree tree;
  private final ForkTimer timer;
  private final Supplier<List<Long>> friends;

  /**
   * @param logs folder for what failing forks print
   * @param friends processes of this run that are no fork, asked when a fork is sampled
   */
  ProcessForkRunner(
      List<GateRow> rows,
      Map<Arm, ArmJar> arms,
      ForkCommand command,
      PairOrder order,
      JarCopies copies,
      Path logs,
      ForkTree tree,
      ForkTimer timer,
      Supplier<List<Long>> friends) {
    this.rows = rows;
    this.arms = arms;
    this.command = command;
    this.order = order;
    this.copies = copies;
    this.logs = logs;
    this.tree = tree;
    this.timer = timer;
    this.friends = friends;
  }

  /**
   * What an arm runs.
   *
   * @param jar its jar
   * @param params parameters of its own
   */
  record ArmJar(JmhJar jar, Map<String, String> params) {}

  @Override
  public GateFork run(Slot slot, IterationWatch.Listener listener) throws PairForkException {
    Path result = copies.folder().resolve("result.json");
    ForkOutput output = new ForkOutput(logs.resolve(logName(slot)));
    try {
      Files.deleteIfExists(result);
      Files.createDirectories(logs);
      Instant startedAt = Instant.now();
      long start = System.nanoTime();
      Process process = start(slot, result);
      IterationWatch watch = watch(process, listener);
      measure(process, output, watch);
      long millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
      GateFork fork = fork(slot, JmhResult.read(result), watch, startedAt, millis);
      output.delete();
      return fork;
    } catch (IOException e) {
      throw new PairForkException("the fork could not be run: " + e.getMessage());
    }
  }

  private Process start(Slot slot, Path result) throws IOException {
    ArmJar arm = Objects.requireNonNull(arms.get(slot.arm()));
    Path jar =
        copies.copy(
            arm.jar().file(), order.name(slot.row(), slot.stage(), slot.pair(), slot.arm()));
    ProcessBuilder builder =
        new ProcessBuilder(command.of(rows.get(slot.row()), arm.params(), arm.jar(), jar, result))
            .redirectErrorStream(true);
    builder
        .environment()
        .put(PADDING, "x".repeat(order.padding(slot.row(), slot.stage(), slot.pair())));
    Process process = builder.start();
    tree.started(process);
    return process;
  }

  private IterationWatch watch(Process process, IterationWatch.Listener listener) {
    ContentionWatch contention = ContentionWatch.of(process.pid(), friends);
    return new IterationWatch(
        () -> {
          ContentionWatch.Sample before = contention.sample();
          return () -> contention.sample().since(before);
        },
        System::nanoTime,
        command.settings().measurementMillis() * NANOS_PER_MILLI / 2,
        listener);
  }

  private void measure(Process process, ForkOutput output, IterationWatch watch)
      throws PairForkException, IOException {
    try (ForkTimer.Watched watched = timer.watch()) {
      process.getOutputStream().close();
      output.copy(process.getInputStream(), watch);
      int exit = process.waitFor();
      if (watched.hasExpired()) {
        throw new PairForkException(
            "killed after "
                + timer.limit().toSeconds()
                + " s without an end; its threads are in "
                + output.file().getFileName());
      }
      if (exit != 0) {
        throw new PairForkException("exit code " + exit + ": " + output.complaint());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PairForkException("interrupted");
    } finally {
      tree.kill();
      tree.ended();
    }
  }

  private static GateFork fork(
      Slot slot, JmhResult result, IterationWatch watch, Instant startedAt, long millis) {
    return new GateFork(
        slot.row(),
        slot.stage(),
        slot.pair(),
        slot.arm(),
        slot.first(),
        result.unit(),
        result.iterations(),
        result.secondary(),
        watch.contention(result.iterations().size()),
        slot.quiet(),
        startedAt,
        millis,
        result.json());
  }

  @Override
  public void pairEnded(Slot slot) {
    copies.clear();
  }

  private static String logName(Slot slot) {
    return String.format(
        Locale.ROOT,
        "row%d-%s-pair%d-%s.log",
        slot.row(),
        slot.stage().name().toLowerCase(Locale.ROOT),
        slot.pair(),
        slot.arm().name().toLowerCase(Locale.ROOT));
  }
}
