package dev.gauntlet.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.Reports;
import dev.gauntlet.reports.compare.CompareOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The percentiles in docs/results/targets.md are those of the record that they name; {@code
 * -Dgauntlet.readme.write=true} writes them anew.
 */
class PercentileTableTest {
  private static final Path TARGETS = Path.of("../docs/results/targets.md");
  private static final Pattern TABLE =
      Pattern.compile(
          "<!-- percentiles of (\\S+) -->\\n(.*?)\\n<!-- end of percentiles -->", Pattern.DOTALL);

  @Test
  void thePercentilesAreThoseOfTheirRecord() throws IOException {
    String text = Files.readString(TARGETS);
    Matcher table = TABLE.matcher(text);
    assertTrue(table.find());
    CompareOptions options = CompareOptions.defaults().withConfidence(0.99);
    String expected =
        new PercentileTable(Reports.compare(TARGETS.resolveSibling(table.group(1)), options))
            .text();
    if (Boolean.getBoolean("gauntlet.readme.write")) {
      Files.writeString(
          TARGETS, text.substring(0, table.start(2)) + expected + text.substring(table.end(2)));
    } else {
      assertEquals(expected, table.group(2));
    }
  }
}
