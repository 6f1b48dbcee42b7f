package dev.gauntlet.reports.browser;

import java.io.File;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs tests where Chromium and its driver are installed and skips them, saying so, where they are
 * not. With the system property {@code gauntlet.browser=required} a missing browser is a failure.
 */
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {

  /** Where the browser and its driver are. */
  record Installation(File browser, File driver) {
    static Optional<Installation> find() {
      Optional<File> browser =
          onPath("gauntlet.chromium", List.of("chromium", "chromium-browser", "google-chrome"));
      Optional<File> driver = onPath("gauntlet.chromedriver", List.of("chromedriver"));
      return browser.flatMap(found -> driver.map(its -> new Installation(found, its)));
    }

    private static Optional<File> onPath(String property, List<String> names) {
      String chosen = System.getProperty(property);
      if (chosen != null) {
        return Optional.of(new File(chosen)).filter(File::canExecute);
      }
      String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
      return names.stream()
          .flatMap(
              name -> Stream.of(path.split(File.pathSeparator)).map(dir -> new File(dir, name)))
          .filter(File::canExecute)
          .findFirst();
    }
  }

  /** Decides. */
  final class Condition implements ExecutionCondition {
    private static final String MISSING =
        "Chromium or its driver is missing: apt-get install chromium chromium-driver";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (Installation.find().isPresent()) {
        return ConditionEvaluationResult.enabled("Chromium is installed");
      }
      if ("required".equals(System.getProperty("gauntlet.browser"))) {
        throw new ExtensionConfigurationException(MISSING);
      }
      System.err.println("SKIPPED browser tests. " + MISSING);
      return ConditionEvaluationResult.disabled(MISSING);
    }
  }
}
