package dev.gauntlet.benchmarks.run;

import dev.gauntlet.benchmarks.environment.Facts;
import dev.gauntlet.benchmarks.environment.Revision;
import dev.gauntlet.reports.record.Machine;
import dev.gauntlet.reports.record.RunHeader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a run may be continued: only if what follows is comparable with what is there.
 */
final class Resumption {
  private final Path directory;
  private final RunHeader header;

  Resumption(Path directory, RunHeader header) {
    this.directory = directory;
    this.header = header;
  }

  /**
   * Compares plan, JDK, machine and commit.
   *
   * @throws BenchUsageException if one differs; the message says which, and how
   */
  void check(BenchPlan plan, Path sources) {
    checkPlan(PlanText.read(directory), PlanText.lines(plan));
    refuseUnlessEqual("JDK", header.jdk(), Facts.jdk());
    checkMachine(Facts.ofThisMachine().machine());
    Revision revision = Revision.of(sources);
    refuseUnlessEqual("commit", header.commit(), revision.commit());
    refuseUnlessEqual("uncommitted changes", header.dirty(), revision.dirty());
  }

  private void checkPlan(List<String> recorded, List<String> asked) {
    for (String line : recorded) {
      if (!asked.contains(line)) {
        throw refused("plan", "it has \"" + line + "\", and this command has not");
      }
    }
    for (String line : asked) {
      if (!recorded.contains(line)) {
        throw refused("plan", "this command has \"" + line + "\", and it has not");
      }
    }
  }

  private void checkMachine(Machine now) {
    Machine then = header.machine();
    refuseUnlessEqual("processor", then.cpuModel(), now.cpuModel());
    refuseUnlessEqual("number of processors", then.cpus(), now.cpus());
    refuseUnlessEqual("kernel", then.kernel(), now.kernel());
  }

  private void refuseUnlessEqual(String what, @Nullable Object then, @Nullable Object now) {
    if (!Objects.equals(then, now)) {
      throw refused(what, "it was " + then + ", and is " + now);
    }
  }

  private BenchUsageException refused(String what, String how) {
    return new BenchUsageException("cannot resume " + directory + ": another " + what + ": " + how);
  }
}
