package dev.gauntlet.reports.gate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gauntlet.reports.record.Fields;
import dev.gauntlet.reports.record.Jdk;
import dev.gauntlet.reports.record.Machine;
import java.time.Instant;
import java.util.List;

/**
 * The first line of a gate log: what is going to be measured, on what, with which settings.
 *
 * @param schema version of the format, {@link #SCHEMA} when written by this version
 * @param id name of the run
 * @param purpose what the pairs are for
 * @param startedAt start of the run
 * @param tool version of Gauntlet
 * @param base the arm that is known to be good
 * @param candidate the arm that is asked about
 * @param settings everything decided before the first fork
 * @param rows what both arms measure; a fork names its row by the index in this list
 * @param added rows that only the candidate has: reported, not gated
 * @param removed rows that only the base has: reported, not gated
 * @param changed those of the rows whose benchmark itself differs between the arms: gated, and said
 * @param machine the machine
 * @param jdk the JDK of the forks
 * @param jvmFlags flags of the forks' JVMs
 */
public record GateHeader(
    @JsonProperty(required = true) int schema,
    String id,
    Purpose purpose,
    Instant startedAt,
    String tool,
    ArmInfo base,
    ArmInfo candidate,
    GateSettings settings,
    List<GateRow> rows,
    List<GateRow> added,
    List<GateRow> removed,
    List<GateRow> changed,
    Machine machine,
    Jdk jdk,
    List<String> jvmFlags)
    implements GateLine {
  /** The format version this class writes and the newest it reads. */
  public static final int SCHEMA = 1;

  public GateHeader {
    Fields.required(id, "id");
    Fields.required(purpose, "purpose");
    Fields.required(startedAt, "startedAt");
    tool = Fields.text(tool);
    Fields.required(base, "base");
    Fields.required(candidate, "candidate");
    Fields.required(settings, "settings");
    rows = Fields.list(rows);
    added = Fields.list(added);
    removed = Fields.list(removed);
    changed = Fields.list(changed);
    Fields.required(machine, "machine");
    Fields.required(jdk, "jdk");
    jvmFlags = Fields.list(jvmFlags);
  }

  /** Why the pairs are measured. */
  public enum Purpose {
    /** To judge the candidate. */
    GATE,
    /** To learn what this machine can see: both arms run the same code. */
    CALIBRATE
  }
}
