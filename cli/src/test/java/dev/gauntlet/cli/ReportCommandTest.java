package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  private static final String STORED = "../docs/results/quick-2026-11-24.jsonl.gz";
  private static final Pattern INTERVAL = Pattern.compile("\\((\\d\\.\\d+)–(\\d\\.\\d+)\\)");

  @TempDir Path folder;

  @Test
  void aHigherConfidenceHasWiderIntervals() throws IOException {
    double usual = width("95 %");
    double wide = width("99 %", "--confidence", "99%");
    assertTrue(wide > usual, wide + " > " + usual);
  }

  /** Returns the width of the first interval in the headline of a stored run. */
  private double width(String confidence, String... options) throws IOException {
    Path headline = folder.resolve("headline.md");
    String[] args = {
      "report", STORED, "-o", "" + folder.resolve("page.html"), "--headline", "" + headline
    };
    String[] all = Arrays.copyOf(args, args.length + options.length);
    System.arraycopy(options, 0, all, args.length, options.length);
    Invocation run = Invocation.of(all);
    assertEquals(0, run.exit(), run.out() + run.err());
    String text = Files.readString(headline);
    assertTrue(text.contains(confidence), text);
    Matcher interval = INTERVAL.matcher(text);
    assertTrue(interval.find(), text);
    return Double.parseDouble(interval.group(2)) - Double.parseDouble(interval.group(1));
  }

  @Test
  void aConfidenceThatIsNoneIsRefused() {
    Invocation run = Invocation.of("report", STORED, "--confidence", "101%");
    assertEquals(2, run.exit(), run.out());
    assertTrue(run.err().contains("'101%' is not a percentage"), run.err());
  }
}
