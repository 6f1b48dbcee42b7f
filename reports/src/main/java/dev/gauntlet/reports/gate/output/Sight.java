package dev.gauntlet.reports.gate.output;

import dev.gauntlet.reports.format.CleanText;
import dev.gauntlet.reports.format.Numbers;
import dev.gauntlet.reports.gate.GateHeader;
import dev.gauntlet.reports.gate.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this machine can see, as its calibration says.
 *
 * @param rows one for each row and score
 * @param objections why the calibration says little about this run; empty when it does not
 */
public record Sight(List<Visibility> rows, List<String> objections) {
  private static final int MOST = 30;

  /** One fact a line: the least slow-down that each row is likely to show. */
  List<String> lines(GateHeader header) {
    RowNames names = RowNames.of(header.rows());
    List<String> lines = new ArrayList<>();
    rows.stream().limit(MOST).forEach(row -> lines.add(line(row, names)));
    if (rows.size() > MOST) {
      lines.add("... and " + (rows.size() - MOST) + " more");
    }
    lines.addAll(objections);
    return lines.stream().map(CleanText::line).toList();
  }

  private static String line(Visibility row, RowNames names) {
    return "a slow-down seen here with a probability of 80 %: "
        + names.name(row.row())
        + " "
        + row.score().word()
        + " "
        + (row.visible() == null ? "not known" : "from " + Numbers.percent(row.visible()));
  }

  /**
   * Why a margin must not be promised, in one line; null when it may be, or when that is not known.
   */
  public @Nullable String refusal(GateHeader header) {
    RowNames names = RowNames.of(header.rows());
    return rows.stream()
        .filter(row -> row.visible() != null && !row.isObservable())
        .findFirst()
        .map(row ->
            "a margin of "
                + Numbers.percent(row.margin())
                + " cannot be seen on this machine: "
                + names.name(row.row())
                + " shows slow-downs from "
                + (row.visible() == null ? "?" : Numbers.percent(row.visible()))
                + (row.pairs() == null ? "" : ", or needs about " + row.pairs() + " pairs")
                + "; take --margin auto, more --pairs, or --unseen")
        .orElse(null);
  }
}
