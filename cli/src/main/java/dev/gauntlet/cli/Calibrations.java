package dev.gauntlet.cli;

import dev.gauntlet.reports.gate.Calibration;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.Visibility;
import dev.gauntlet.reports.gate.output.Sight;
import dev.gauntlet.reports.history.Fingerprint;
import dev.gauntlet.reports.record.AtomicFiles;
import dev.gauntlet.reports.record.ReportException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The stored calibrations, a file for each machine, JDK, set of flags, and idle regime.
 *
 * @param folder where they are
 */
record Calibrations(Path folder) {

  /** Returns where the calibration for such runs is stored. */
  Path file(GateHeader header) {
    String regime = header.settings().awake() ? "-awake" : "";
    return folder.resolve(
        Fingerprint.of(header.machine(), header.jdk(), header.jvmFlags()) + regime + ".json");
  }

  /** Stores a calibration; what the one before knows of other rows stays. */
  void store(GateHeader header, Calibration calibration) {
    Path file = file(header);
    AtomicFiles.write(
        file, earlier(file).map(calibration::withOthersOf).orElse(calibration).toJson());
  }

  private static Optional<Calibration> earlier(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Calibration.read(file)) : Optional.empty();
    } catch (ReportException damaged) {
      return Optional.empty();
    }
  }

  /** Returns what the machine can see in a run, if it is calibrated. */
  Optional<Sight> sight(GateHeader header) {
    Path file = file(header);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Calibration calibration = Calibration.read(file);
    return Optional.of(
        new Sight(
            Visibility.of(calibration, header), calibration.objections(header, Instant.now())));
  }
}
