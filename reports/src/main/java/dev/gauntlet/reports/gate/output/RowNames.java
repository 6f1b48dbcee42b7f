package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.gate.GateRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of rows: class and method, and what else it takes to tell a row from the others. */
public final class RowNames {
  private final List<GateRow> rows;

  private RowNames(List<GateRow> rows) {
    this.rows = rows;
  }

  /** Names for rows that are shown together. */
  public static RowNames of(List<GateRow> rows) {
    return new RowNames(rows);
  }

  GateRow row(int index) {
    return rows.get(index);
  }

  String name(int index) {
    return name(rows.get(index));
  }

  /** The name, made fit to show. */
  public String name(GateRow row) {
    StringBuilder name = new StringBuilder(row.shortName());
    String params = params(row);
    if (!params.isEmpty()) {
      name.append(" (").append(params).append(')');
    }
    if (isAmbiguous(row, true)) {
      name.append(' ').append(row.mode());
    }
    if (isAmbiguous(row, false)) {
      name.append(" x").append(row.threads());
    }
    return CleanText.line(name.toString());
  }

  /** Those that tell the row from others of the same benchmark. */
  private String params(GateRow row) {
    return row.params().entrySet().stream()
        .filter(param -> isTelling(row, param))
        .map(param -> param.getKey() + "=" + param.getValue())
        .collect(Collectors.joining(", "));
  }

  private boolean isTelling(GateRow row, Map.Entry<String, String> param) {
    return rows.stream()
        .filter(other -> other.benchmark().equals(row.benchmark()))
        .anyMatch(other -> !param.getValue().equals(other.params().get(param.getKey())));
  }

  private boolean isAmbiguous(GateRow row, boolean mode) {
    return rows.stream()
            .filter(other -> other.benchmark().equals(row.benchmark()))
            .map(other -> mode ? other.mode() : String.valueOf(other.threads()))
            .distinct()
            .count()
        > 1;
  }

  /** The class of a benchmark. */
  static String className(GateRow row) {
    int method = row.benchmark().lastIndexOf('.');
    return method < 0 ? row.benchmark() : row.benchmark().substring(0, method);
  }
}
