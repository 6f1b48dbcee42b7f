package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.benchmarks.run.BenchUsageException;
import dev.gauntlet.reports.gate.ArmInfo;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateSettings;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refuses to go on with a log of another run: its pairs would not be pairs. */
record LogResumption(Path state, GateHeader recorded) {

  /**
   * Compares the log with what is asked now.
   *
   * @throws BenchUsageException naming what differs
   */
  void check(GateHeader asked) {
    refuseUnlessEqual("purpose", recorded.purpose(), asked.purpose());
    checkArm("base", recorded.base(), asked.base());
    checkArm("candidate", recorded.candidate(), asked.candidate());
    refuseUnlessEqual("choice of rows", recorded.rows(), asked.rows());
    refuseUnlessEqual("JDK", recorded.jdk(), asked.jdk());
    refuseUnlessEqual("set of JVM flags", recorded.jvmFlags(), asked.jvmFlags());
    refuseUnlessEqual("processor", recorded.machine().cpuModel(), asked.machine().cpuModel());
    refuseUnlessEqual("number of processors", recorded.machine().cpus(), asked.machine().cpus());
    refuseUnlessEqual("kernel", recorded.machine().kernel(), asked.machine().kernel());
    checkSettings(recorded.settings(), asked.settings());
  }

  private void checkArm(String name, ArmInfo then, ArmInfo now) {
    refuseUnlessEqual(name + " jar", then.sha256(), now.sha256());
    refuseUnlessEqual("set of parameters of the " + name, then.params(), now.params());
  }

  /** The seed is not compared: a resumed run keeps its own. */
  private void checkSettings(GateSettings then, GateSettings now) {
    refuseUnlessEqual("plan", then.plan(), now.plan());
    refuseUnlessEqual("tolerance", then.tolerance(), now.tolerance());
    refuseUnlessEqual("margin", then.margin(), now.margin());
    refuseUnlessEqual("alpha", then.alpha(), now.alpha());
    refuseUnlessEqual("number of pairs", then.looks(), now.looks());
    refuseUnlessEqual("state of --awake", then.awake(), now.awake());
    refuseUnlessEqual(
        "length of forks",
        then.warmupIterations() * then.warmupMillis()
            + "+"
            + then.measurementIterations()
            + "x"
            + then.measurementMillis()
            + " ms",
        now.warmupIterations() * now.warmupMillis()
            + "+"
            + now.measurementIterations()
            + "x"
            + now.measurementMillis()
            + " ms");
    refuseUnlessEqual("set of settings", withSeedOf(then, now), now);
  }

  private static GateSettings withSeedOf(GateSettings then, GateSettings now) {
    return new GateSettings(
        then.plan(),
        then.tolerance(),
        then.margin(),
        then.alpha(),
        then.beta(),
        then.looks(),
        then.screenPairs(),
        then.scores(),
        then.warmupIterations(),
        then.warmupMillis(),
        then.measurementIterations(),
        then.measurementMillis(),
        then.foreignCpuLimit(),
        then.dropCap(),
        then.awake(),
        then.strictExact(),
        now.seed());
  }

  private void refuseUnlessEqual(String what, @Nullable Object then, @Nullable Object now) {
    if (!Objects.equals(then, now)) {
      throw new BenchUsageException(
          "cannot resume "
              + state
              + ": another "
              + what
              + " than now; take the same options, or another --state");
    }
  }
}
