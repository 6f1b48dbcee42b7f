package dev.gauntlet.benchmarks.run;

import dev.gauntlet.reports.record.RunEnd;
import java.nio.file.Path;

/**
 * How a run ended.
 *
 * @param runDirectory folder of the run, with its record
 * @param reason why it ended
 * @param forks forks with a result in the record, earlier ones of a resumed run included
 * @param failures forks in the record that failed
 */
public record BenchOutcome(Path runDirectory, RunEnd.Reason reason, int forks, int failures) {}
