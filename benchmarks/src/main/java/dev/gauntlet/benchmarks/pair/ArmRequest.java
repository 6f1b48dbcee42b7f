package dev.gauntlet.benchmarks.pair;

import java.nio.file.Path;
import java.util.Map;

/**
 * What an arm is to run.
 *
 * @param label name in reports
 * @param jar a jar that runs JMH benchmarks
 * @param params JMH parameters that only this arm sets; empty when the arms are two jars
 */
public record ArmRequest(String label, Path jar, Map<String, String> params) {
  /** An arm that is a jar, labelled by its file name, or its hash if it is a kept one. */
  public static ArmRequest of(Path jar) {
    return new ArmRequest(KeptJars.label(jar), jar, Map.of());
  }
}
