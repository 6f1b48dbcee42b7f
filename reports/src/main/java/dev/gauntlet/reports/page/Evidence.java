package dev.gauntlet.reports.page;

import dev.gauntlet.reports.gate.output.GateReport;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.reports.record.RaceMatrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else is known of the subjects of a run.
 *
 * @param conformance which subject keeps which rule; null when not known
 * @param races how the races ended; null when not known
 * @param gates what was gated, may be empty
 */
public record Evidence(
    @Nullable ConformanceMatrix conformance, @Nullable RaceMatrix races, List<GateReport> gates) {}
