package dev.gauntlet.reports.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.reports.Reports;
import dev.gauntlet.reports.SampleRuns;
import dev.gauntlet.reports.compare.CompareOptions;
import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Row;
import dev.gauntlet.reports.format.Units;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts of the page add: sorting, choosing, reading and saving. */
@NeedsChromium
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageScriptsBrowserTest {
  private Browser browser;
  private Path ordinary;

  @BeforeAll
  void start(@TempDir Path directory) {
    SampleRuns.matrix(SampleRuns.SUBJECTS).write(directory.resolve("conform.json"));
    SampleRuns.ordinary().write(directory);
    ordinary = Reports.writePage(directory);
    browser = new Browser();
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void freshPage() {
    browser.width(1230).open(ordinary.toUri());
    browser.console();
  }

  private static Comparison comparison(Path page) {
    return Reports.compare(page.getParent(), CompareOptions.defaults());
  }

  @Test
  void theScriptsSortAndHighlight() {
    String first = "return document.querySelector('.numbers tbody tr th').textContent";
    assertEquals("floor", browser.evaluate(first));
    String click =
        "document.querySelector('.numbers thead').querySelectorAll('button')[arguments[0]].click()";
    browser.evaluate(click, 1);
    browser.evaluate(click, 1);
    assertEquals("peer-with-a-long-name", browser.evaluate(first));
    browser.evaluate(click, 0);
    assertEquals("floor", browser.evaluate(first));
    browser.evaluate(
        "[...document.querySelectorAll('.numbers th')].find(th => th.textContent === 'mine-b').dispatchEvent(new Event('pointerover', {bubbles: true}))");
    assertEquals(
        "mine-b",
        browser.evaluate("return document.querySelector('.chart .subject.on').dataset.subject"));
    assertEquals(List.of(), browser.console());
  }

  @Test
  void aSubjectThatIsNotChosenLeavesEveryTableAndChart() {
    long columns = browser.count(".glance thead th");
    String visible =
        "return [...document.querySelectorAll(arguments[0])].filter(e => e.getClientRects().length > 0).length";
    browser.evaluate(
        "[...document.querySelectorAll('.filter label')].find(l => l.textContent.trim() === 'peer-q').click()");
    assertEquals(columns - 1, browser.evaluate(visible, ".glance thead th"));
    long rows = browser.count(".glance tbody tr");
    assertEquals(rows * (columns - 1), browser.evaluate(visible, ".glance tbody tr > *"));
    assertEquals(0L, browser.evaluate(visible, "g[data-subject='peer-q']"));
    assertEquals(0L, browser.evaluate(visible, ".matrix [data-subject='peer-q']"));
    assertEquals(
        comparison(ordinary).rows().size() * 7L, browser.evaluate(visible, ".numbers tbody tr"));
    browser.evaluate(
        "[...document.querySelectorAll('.filter label')].find(l => l.textContent.trim() === 'peer-q').click()");
    assertEquals(columns, browser.evaluate(visible, ".glance thead th"));
    assertEquals(List.of(), browser.console());
  }

  @Test
  void theCrosshairReadsEveryLineAtOnePosition() {
    String read =
        """
        const box = [...document.querySelectorAll('.chartbox')].find(b => b.querySelector('[id$=threads-t]'));
        const press = key => box.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
        press('ArrowRight');
        press('ArrowRight');
        const said = box.parentElement.querySelector('.readout').innerText;
        press('Escape');
        return [said, box.parentElement.querySelector('.readout').hidden];
        """;
    List<?> answer = (List<?>) browser.evaluate(read);
    List<String> lines = String.valueOf(answer.get(0)).lines().toList();
    assertEquals("2 threads", lines.get(0));
    assertEquals(
        SampleRuns.SUBJECTS.size() - 1, lines.size() - 1, "peer-p breaks a rule: " + lines);
    Row row =
        comparison(ordinary).rows("Throughput").stream()
            .filter(candidate -> candidate.key().threads() == 2)
            .findFirst()
            .orElseThrow();
    double rate = row.cell("peer-q").orElseThrow().sample().center();
    String expected = "■ peer-q " + Units.of("ops/ms", rate).format(rate);
    assertTrue(lines.contains(expected), expected + " is not in " + lines);
    assertEquals(true, answer.get(1));
  }

  @Test
  void aRowIsSavedAlone() {
    browser.evaluate(
        """
        window.saved = [];
        URL.createObjectURL = blob => { window.saved.push(blob); return 'blob:none'; };
        HTMLAnchorElement.prototype.click = function() {};
        document.querySelectorAll('[data-row] > button')[2].click();
        """);
    String csv =
        (String) browser.driver().executeAsyncScript("window.saved[0].text().then(arguments[0])");
    List<String> all =
        Reports.csv(ordinary.getParent(), CompareOptions.defaults()).lines().toList();
    List<String> expected = new ArrayList<>(List.of(all.get(0)));
    expected.addAll(all.stream().filter(line -> line.contains(",n=100,")).toList());
    assertEquals(expected, csv.lines().toList());
  }

  @Test
  void theDataIsSavedAsCsvAndJson() {
    browser.evaluate(
        """
        window.saved = [];
        URL.createObjectURL = blob => { window.saved.push(blob); return 'blob:none'; };
        HTMLAnchorElement.prototype.click = function() {};
        document.querySelectorAll('.data button').forEach(button => button.click());
        """);
    String csv =
        (String) browser.driver().executeAsyncScript("window.saved[0].text().then(arguments[0])");
    assertEquals(Reports.csv(ordinary.getParent(), CompareOptions.defaults()), csv);
    Object ratio =
        browser
            .driver()
            .executeAsyncScript(
                "window.saved[1].text().then(t => arguments[0](JSON.parse(t).find(r => r.subject === 'mine-a').ratio))");
    double expected =
        comparison(ordinary).rows().get(0).cell("mine-a").orElseThrow().ratio().value();
    assertEquals(expected, ((Number) ratio).doubleValue(), 1e-6);
  }
}
