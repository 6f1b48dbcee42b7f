package dev.gauntlet.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.Reports;
import dev.gauntlet.reports.StoredRun;
import dev.gauntlet.reports.compare.CompareOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What docs/results/targets.md says was reached is what the record of the README shows; {@code
 * -Dgauntlet.readme.write=true} writes it anew.
 */
class TargetTablesTest {
  private static final Path TARGETS = Path.of("../docs/results/targets.md");
  private static final Pattern TABLES =
      Pattern.compile("<!-- tables -->\\n(.*?)\\n<!-- end of tables -->", Pattern.DOTALL);

  @Test
  void theTargetsAreHeldAgainstTheRecordOfTheReadme() throws IOException {
    String text = Files.readString(TARGETS);
    Matcher tables = TABLES.matcher(text);
    assertTrue(tables.find());
    CompareOptions options = CompareOptions.defaults().withConfidence(0.99);
    String expected = new TargetTables(Reports.compare(StoredRun.record(), options)).text();
    if (Boolean.getBoolean("gauntlet.readme.write")) {
      Files.writeString(
          TARGETS, text.substring(0, tables.start(1)) + expected + text.substring(tables.end(1)));
    } else {
      assertEquals(expected, tables.group(1));
    }
  }
}
