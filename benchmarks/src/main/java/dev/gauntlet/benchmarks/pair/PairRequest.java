package dev.gauntlet.benchmarks.pair;

import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.GateSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured.
 *
 * @param purpose what the pairs are for
 * @param base the arm that is known to be good
 * @param candidate the arm that is asked about
 * @param include pattern found in the names of the benchmarks
 * @param rows full names of the only rows, such as {@code x.Y.method avgt size=1 x4}; empty for all
 * @param settings everything decided beforehand; flags for JMH may change the iterations
 * @param jmhFlags further flags for JMH, for both arms
 * @param timeBox what the run may take; null for no limit
 * @param state the log; what was printed by forks that failed goes beside it
 * @param resume whether to go on with the log when it is there
 * @param jdk home of the JDK of both arms; null for that of this JVM
 */
public record PairRequest(
    GateHeader.Purpose purpose,
    ArmRequest base,
    ArmRequest candidate,
    Pattern include,
    List<String> rows,
    GateSettings settings,
    List<String> jmhFlags,
    @Nullable Duration timeBox,
    Path state,
    boolean resume,
    @Nullable Path jdk) {
  public PairRequest {
    rows = List.copyOf(rows);
    jmhFlags = List.copyOf(jmhFlags);
  }
}
