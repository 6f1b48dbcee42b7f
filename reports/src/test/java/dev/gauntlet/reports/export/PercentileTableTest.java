package dev.gauntlet.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.Reports;
import dev.gauntlet.reports.compare.CompareOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The percentiles in docs/results/targets.md are those of the record that they name; {@code
 * -Dgauntlet.readme.write=true} writes them anew.
 */
class PercentileTableTest {
  private static final CompareOptions OPTIONS = CompareOptions.defaults().withConfidence(0.99);
  private static final Path TARGETS = Path.of("../docs/results/targets.md");
  private static final Pattern TABLE =
      Pattern.compile(
          "<!-- percentiles of (\\S+) in (\\S+) -->\\n(.*?)\\n<!-- end of percentiles -->",
          Pattern.DOTALL);

  @Test
  void thePercentilesAreThoseOfTheirRecord() throws IOException {
    String text = Files.readString(TARGETS);
    assertTrue(TABLE.matcher(text).find());
    String expected = TABLE.matcher(text).replaceAll(PercentileTableTest::written);
    if (Boolean.getBoolean("gauntlet.readme.write")) {
      Files.writeString(TARGETS, expected);
    } else {
      assertEquals(expected, text);
    }
  }

  private static String written(MatchResult table) {
    String tables =
        new PercentileTable(
                Reports.compare(TARGETS.resolveSibling(table.group(2)), OPTIONS), table.group(1))
            .text();
    return Matcher.quoteReplacement(
        table.group().substring(0, table.start(3) - table.start())
            + tables
            + table.group().substring(table.end(3) - table.start()));
  }
}
