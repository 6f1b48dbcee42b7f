package dev.gauntlet.reports.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a run record: what is going to be measured, on what, with which settings.
 *
 * @param schema version of the format, {@link #SCHEMA} when written by this version
 * @param id name of the run, the name of its directory
 * @param startedAt start of the run
 * @param tool version of Gauntlet
 * @param commit full or short commit hash of the measured sources; null when unknown
 * @param dirty whether the sources differed from the commit
 * @param machine the machine; no host name
 * @param jdk the JDK that ran the forks
 * @param jvmFlags flags of the forks, in order
 * @param settings warm-up, measurement and order
 * @param subjects everything measured, in the order it is to be shown
 * @param scenarios everything asked, in the order it is to be shown
 * @param rowsPlanned planned cells (scenario x parameters x threads x subject)
 * @param roundsPlanned planned rounds; one round measures one fork of every cell
 */
public record RunHeader(
    @JsonProperty(required = true) int schema,
    String id,
    Instant startedAt,
    String tool,
    @Nullable String commit,
    boolean dirty,
    Machine machine,
    Jdk jdk,
    List<String> jvmFlags,
    RunSettings settings,
    List<SubjectInfo> subjects,
    List<ScenarioInfo> scenarios,
    int rowsPlanned,
    int roundsPlanned)
    implements RunLine {
  /** The format version this class writes and the newest it reads. */
  public static final int SCHEMA = 1;

  public RunHeader {
    Fields.required(id, "id");
    Fields.required(startedAt, "startedAt");
    Fields.required(tool, "tool");
    Fields.required(machine, "machine");
    Fields.required(jdk, "jdk");
    Fields.required(settings, "settings");
    jvmFlags = Fields.list(jvmFlags);
    subjects = Fields.list(subjects);
    scenarios = Fields.list(scenarios);
  }
}
