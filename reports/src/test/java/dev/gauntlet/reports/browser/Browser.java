package dev.gauntlet.reports.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with the switches the tests need. */
final class Browser implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int HEIGHT = 900;
  private static final double TALLEST = 15_000;

  private final ChromeDriver driver;

  Browser() {
    NeedsChromium.Installation chromium = NeedsChromium.Installation.find().orElseThrow();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.browser());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars");
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logging);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(chromium.driver()).build();
    driver = new ChromeDriver(service, options);
  }

  ChromeDriver driver() {
    return driver;
  }

  Browser width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    return this;
  }

  Browser colorScheme(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    return this;
  }

  /** On paper, until a colour scheme is set. */
  Browser print() {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    return this;
  }

  Browser scripts(boolean enabled) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !enabled));
    return this;
  }

  Browser open(URI page) {
    driver.get(page.toString());
    return this;
  }

  /** Opens a page and says what work that was to the main thread, first layout included. */
  double secondsToOpen(URI page) {
    driver.executeCdpCommand("Performance.disable", Map.of());
    driver.executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
    open(URI.create("about:blank"));
    double before = taskSeconds();
    open(page);
    evaluate("return document.body.offsetHeight");
    return taskSeconds() - before;
  }

  private double taskSeconds() {
    Map<String, Object> answer = driver.executeCdpCommand("Performance.getMetrics", Map.of());
    for (Object metric : (List<?>) answer.get("metrics")) {
      Map<?, ?> named = (Map<?, ?>) metric;
      if (named.get("name").equals("TaskDuration")) {
        return ((Number) named.get("value")).doubleValue();
      }
    }
    throw new IllegalStateException("no TaskDuration in " + answer);
  }

  /** What a script returns. */
  Object evaluate(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  long count(String selector) {
    return (long) evaluate("return document.querySelectorAll(arguments[0]).length", selector);
  }

  /**
   * Markup of the page as the browser has it, which needs no script. A node is named by its backend
   * id: an id of the protocol ends with whatever document the page gets between the two commands.
   */
  String markup() {
    Map<String, Object> document = driver.executeCdpCommand("DOM.getDocument", Map.of());
    Map<?, ?> root = (Map<?, ?>) document.get("root");
    Map<String, Object> html =
        driver.executeCdpCommand(
            "DOM.getOuterHTML", Map.of("backendNodeId", root.get("backendNodeId")));
    return (String) html.get("outerHTML");
  }

  /** What the console has said since it was asked last. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Keeps a picture of the page for people to look at. */
  void screenshot(String name) {
    Map<String, Object> metrics = driver.executeCdpCommand("Page.getLayoutMetrics", Map.of());
    Map<?, ?> size = (Map<?, ?>) metrics.get("cssContentSize");
    double height = Math.min(((Number) size.get("height")).doubleValue(), TALLEST);
    Map<String, Object> clip =
        Map.of("x", 0, "y", 0, "width", size.get("width"), "height", height, "scale", 1);
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(
          SCREENSHOTS.resolve(name + ".png"),
          Base64.getDecoder().decode((String) shot.get("data")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
