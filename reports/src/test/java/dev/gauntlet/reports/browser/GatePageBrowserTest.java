package dev.gauntlet.reports.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.selenium.AxeBuilder;
import dev.gauntlet.reports.gate.SampleReports;
import dev.gauntlet.reports.page.GatePageWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page of a gate as a browser shows it. */
@NeedsChromium
@Timeout(120)
class GatePageBrowserTest {
  private static final int ROWS = 4;

  @Test
  void itIsDrawnFitsAPhoneAndHidesNothing(@TempDir Path folder) throws IOException {
    Path page = Files.writeString(folder.resolve("gate.html"), page());
    try (Browser browser = new Browser()) {
      browser.width(1230).open(page.toUri());
      assertEquals(ROWS, browser.count("path.mark"));
      assertEquals(ROWS, browser.count("path.interval"));
      assertEquals(List.of(), violations(browser));
      browser.screenshot("gate-light");
      browser.colorScheme("dark");
      browser.screenshot("gate-dark");
      browser.width(360);
      assertEquals(
          true,
          browser.evaluate("return document.documentElement.scrollWidth <= window.innerWidth"));
      assertEquals(List.of(), browser.console());
    }
  }

  private static String page() {
    return GatePageWriter.render(SampleReports.mixed());
  }

  private static List<String> violations(Browser browser) {
    return new AxeBuilder()
        .analyze(browser.driver()).getViolations().stream()
            .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
            .toList();
  }
}
