package dev.gauntlet.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gauntlet.reports.Reports;
import dev.gauntlet.reports.StoredRun;
import dev.gauntlet.reports.compare.CompareOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/**
 * The results in README.md are those of the record that they name; {@code
 * -Dgauntlet.readme.write=true} writes them anew.
 */
class ReadmeTableTest {

  @Test
  void theResultsInTheReadmeAreThoseOfTheirRecord() throws IOException {
    Matcher results = StoredRun.results();
    String expected = "\n" + Reports.headline(StoredRun.record(), CompareOptions.defaults()) + "\n";
    if (Boolean.getBoolean("gauntlet.readme.write")) {
      String text = Files.readString(StoredRun.README);
      Files.writeString(
          StoredRun.README,
          text.substring(0, results.start(2)) + expected + text.substring(results.end(2)));
    } else {
      assertEquals(expected, results.group(2));
    }
  }
}
