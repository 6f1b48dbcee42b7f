package dev.gauntlet.reports.history;

import java.util.List;

/**
 * Rows to be measured in pairs.
 *
 * @param rows at least one
 * @param newest the run in which they are slow
 * @param references runs to measure it against, the best first; may be none
 * @param sinceRelease whether they drifted since the release, which is the only reference then
 */
public record Suspicion(
    List<Series> rows, StoredRun newest, List<StoredRun> references, boolean sinceRelease) {
  public Suspicion {
    rows = List.copyOf(rows);
    references = List.copyOf(references);
  }
}
