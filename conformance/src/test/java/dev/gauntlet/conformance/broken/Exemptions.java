package dev.gauntlet.conformance.broken;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The rules that no broken implementation violates, and why. */
final class Exemptions {
  /** A line is an id, a blank and a reason. */
  static final String FILE = "rules-without-a-defect.txt";

  private Exemptions() {}

  /** Returns the reasons by rule. */
  static Map<String, String> byRule() {
    Map<String, String> reasons = new TreeMap<>();
    try (InputStream text = Exemptions.class.getResourceAsStream(FILE)) {
      for (String line : new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int blank = line.indexOf(' ');
          reasons.put(line.substring(0, blank), line.substring(blank + 1));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return reasons;
  }
}
