package dev.gauntlet.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of {@code SPEC.md}, which is the only normative text and travels with the kit. */
public final class Specification {
  private static final String RESOURCE = "SPEC.md";
  private static final Pattern SECTION = Pattern.compile("## [A-Z]\\. (.+)");
  private static final Pattern RULE =
      Pattern.compile("\\*\\*([A-Z]\\d+)\\*\\* \\((MUST|SHOULD|RESERVED)\\) (.+)");
  private static final String INTENT = "- *Intent:* ";
  private static final String CHECKED = "- *Checked:* ";

  private final List<SpecRule> rules;

  Specification(List<SpecRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Returns the specification that this kit checks. */
  public static Specification get() {
    return Loaded.SPECIFICATION;
  }

  /** Returns all rules in their order in the text. */
  public List<SpecRule> rules() {
    return rules;
  }

  /** Returns the rule with the given id. */
  public Optional<SpecRule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** Reads the rules out of the lines of a specification. */
  static Specification parse(List<String> lines) {
    List<SpecRule> rules = new ArrayList<>();
    String section = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher title = SECTION.matcher(lines.get(i));
      if (title.matches()) {
        section = title.group(1);
      }
      Matcher rule = RULE.matcher(lines.get(i));
      if (rule.matches()) {
        rules.add(
            new SpecRule(
                rule.group(1),
                SpecRule.Level.valueOf(rule.group(2)),
                section,
                rule.group(3),
                detail(lines, i + 1, INTENT),
                detail(lines, i + 1, CHECKED)));
      }
    }
    return new Specification(rules);
  }

  /** The details of a rule are the list items that follow it, up to a blank line. */
  private static String detail(List<String> lines, int from, String label) {
    for (int i = from; i < lines.size() && lines.get(i).startsWith("- "); i++) {
      if (lines.get(i).startsWith(label)) {
        return lines.get(i).substring(label.length());
      }
    }
    return "";
  }

  private static final class Loaded {
    static final Specification SPECIFICATION = load();

    private static Specification load() {
      try (InputStream text = Specification.class.getResourceAsStream(RESOURCE)) {
        if (text == null) {
          throw new IllegalStateException("the kit was built without " + RESOURCE);
        }
        return parse(new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
