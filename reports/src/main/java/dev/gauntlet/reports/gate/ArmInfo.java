package dev.gauntlet.reports.gate;

import dev.gauntlet.reports.record.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one arm runs.
 *
 * @param label name in reports, for example a commit, a release or a subject
 * @param jar file name of the jar, without its folder
 * @param sha256 hash of the jar, lower-case hex
 * @param params JMH parameters that only this arm sets, such as a subject; empty when the arms are
 *     two jars
 * @param commit commit of the sources; null when unknown
 */
public record ArmInfo(
    String label, String jar, String sha256, Map<String, String> params, @Nullable String commit) {
  public ArmInfo {
    Fields.required(label, "arm.label");
    Fields.required(jar, "arm.jar");
    sha256 = Fields.text(sha256);
    params = Fields.map(params);
  }
}
