package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.record.Jdk;
import dev.gauntlet.reports.record.JsonFiles;
import dev.gauntlet.reports.record.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What pairs of the same code showed that the gate can see on a machine, to be stored as JSON.
 *
 * @param schema version of the format, {@link #SCHEMA} when written by this version
 * @param log name of the run it was made of
 * @param at start of that run
 * @param machine the machine
 * @param jdk the JDK of the forks
 * @param jvmFlags flags of the forks' JVMs
 * @param settings settings of the run and of the simulated gates
 * @param family rows and scores that shared alpha in the simulated gates
 * @param repetitions simulated gates per effect
 * @param seed seed of the simulation
 * @param rows every row and score, in the order of the log
 * @param counters counted quantities
 */
public record Calibration(
    int schema,
    String log,
    Instant at,
    Machine machine,
    Jdk jdk,
    List<String> jvmFlags,
    GateSettings settings,
    int family,
    int repetitions,
    long seed,
    List<RowCalibration> rows,
    List<CounterCalibration> counters) {
  /** The format version this class writes and the newest it reads. */
  public static final int SCHEMA = 1;

  private static final Duration GOOD_FOR = Duration.ofDays(30);

  public Calibration {
    jvmFlags = List.copyOf(jvmFlags);
    rows = List.copyOf(rows);
    counters = List.copyOf(counters);
  }

  /**
   * Reads a stored calibration.
   *
   * @throws dev.gauntlet.reports.record.ReportException when the file cannot be read or holds
   *     something else
   */
  public static Calibration read(Path file) {
    return JsonFiles.read(file, Calibration.class, "a calibration of the gate");
  }

  /** The calibration as indented JSON. */
  public String toJson() {
    return JsonFiles.toText(this);
  }

  /** What is known of a row and score. */
  public Optional<RowCalibration> row(GateRow row, GateSettings.Score score) {
    return rows.stream()
        .filter(known -> known.row().equals(row) && known.score() == score)
        .findFirst();
  }

  /** Whether anything can be claimed of any row. */
  public boolean isEnough() {
    return rows.stream().anyMatch(RowCalibration::isEnough);
  }

  private boolean isEnough(RowCalibration other) {
    return rows.stream().anyMatch(row -> row.isOfTheSame(other) && row.isEnough());
  }

  /**
   * The same with what an earlier one, of the same machine, JDK and flags, knows of rows that this
   * one says nothing of; it then counts as being as old as that. Nothing is taken from forks of
   * another length, nor from a calibration that is too old.
   */
  public Calibration withOthersOf(Calibration earlier) {
    List<RowCalibration> others =
        earlier.rows().stream()
            .filter(RowCalibration::isEnough)
            .filter(known -> !isEnough(known))
            .toList();
    boolean alike = measuring(settings).equals(measuring(earlier.settings()));
    if (others.isEmpty() || !alike || earlier.at().plus(GOOD_FOR).isBefore(at)) {
      return this;
    }
    List<RowCalibration> all = new ArrayList<>(rows);
    all.removeIf(row -> others.stream().anyMatch(row::isOfTheSame));
    all.addAll(others);
    List<CounterCalibration> counts = new ArrayList<>(counters);
    earlier.counters().stream()
        .filter(count -> others.stream().anyMatch(row -> row.row().equals(count.row())))
        .filter(count -> counters.stream().noneMatch(known -> known.row().equals(count.row())))
        .forEach(counts::add);
    return new Calibration(
        schema,
        log,
        earlier.at(),
        machine,
        jdk,
        jvmFlags,
        settings,
        family,
        repetitions,
        seed,
        all,
        counts);
  }

  /**
   * Why this calibration says nothing about a run, one line each; empty when it does.
   *
   * @param run the run
   * @param now the current time
   */
  public List<String> objections(GateHeader run, Instant now) {
    List<String> found = new ArrayList<>();
    differ(found, "machine", machine.equals(run.machine()));
    differ(found, "JDK", jdk.equals(run.jdk()));
    differ(found, "JVM flags", jvmFlags.equals(run.jvmFlags()));
    differ(found, "length of a fork", measuring(settings).equals(measuring(run.settings())));
    differ(found, "regime of idle processors", settings.awake() == run.settings().awake());
    if (at.plus(GOOD_FOR).isBefore(now)) {
      found.add("the calibration is " + Duration.between(at, now).toDays() + " days old");
    }
    return List.copyOf(found);
  }

  private static void differ(List<String> found, String what, boolean same) {
    if (!same) {
      found.add("the calibration is of another " + what);
    }
  }

  private static List<Long> measuring(GateSettings settings) {
    return List.of(
        (long) settings.warmupIterations(),
        settings.warmupMillis(),
        (long) settings.measurementIterations(),
        settings.measurementMillis());
  }
}
