package dev.gauntlet.conformance.broken;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Which implementations kept which rule when the kit was run beside the record of the README. */
final class StoredConformance {
  private static final Path README = Path.of("../README.md");
  private static final Pattern RECORD = Pattern.compile("<!-- results of (\\S+)\\.jsonl\\.gz -->");
  private static final Pattern RESULT =
      Pattern.compile(
          "\"rule\" : \"(\\w+)\",\\s+\"subject\" : \"([^\"]+)\",\\s+\"outcome\" : \"(\\w+)\"");
  private static final Set<String> OURS =
      Set.of("lockfree", "locking", "virtualthreads", "virtualthreads-bounded");

  private final Map<String, Map<String, String>> outcomes = new TreeMap<>();

  StoredConformance() throws IOException {
    Matcher record = RECORD.matcher(Files.readString(README));
    if (!record.find()) {
      throw new IllegalStateException("README.md names no record");
    }
    Path file = README.resolveSibling(record.group(1) + "-conform.json.gz");
    try (InputStream text = new GZIPInputStream(Files.newInputStream(file))) {
      read(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void read(String json) {
    Matcher result = RESULT.matcher(json);
    while (result.find()) {
      if (OURS.contains(result.group(2))) {
        outcomes
            .computeIfAbsent(result.group(1), rule -> new TreeMap<>())
            .put(result.group(2), result.group(3));
      }
    }
  }

  /** Returns which of ours keep a rule, and which break it; the others lack what it needs. */
  String of(String rule) {
    Map<String, String> found = outcomes.getOrDefault(rule, Map.of());
    Set<String> kept = new LinkedHashSet<>();
    Set<String> broken = new LinkedHashSet<>();
    found.forEach((subject, outcome) -> {
      if (outcome.equals("kept")) {
        kept.add(subject);
      } else if (outcome.equals("broken")) {
        broken.add("**" + subject + "**");
      }
    });
    String green = kept.size() == OURS.size() ? "all" : String.join(", ", kept);
    return broken.isEmpty() ? green : green + "; broken by " + String.join(", ", broken);
  }
}
