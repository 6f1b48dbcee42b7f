package dev.gauntlet.peers;

import dev.gauntlet.spi.ExecutorProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules that the peers are known to break: {@code deviations.tsv} beside this class, a table
 * that says for every peer and version what the conformance kit sees. A run is compared with it in
 * both directions, so that a peer which starts to keep a rule is noticed, too.
 *
 * <p>A comparison is strict only for the version that was recorded. On another version, which is
 * the usual case for the peers of the JDK, differences are reported and fail nothing. A subject
 * without any entry is known to break nothing. Immutable.
 */
public final class KnownDeviations {
  private static final String TABLE = "deviations.tsv";

  private final List<Deviation> entries;

  private KnownDeviations(List<Deviation> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Returns the checked-in table. */
  public static KnownDeviations load() {
    try (InputStream table =
            Objects.requireNonNull(KnownDeviations.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return parse(lines.lines().toList(), TABLE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + TABLE, unreadable);
    }
  }

  /**
   * Returns the table written in {@code lines}: a heading, then one deviation a line, its columns
   * separated by tabs.
   *
   * @param source the name of the table in messages
   * @throws IllegalArgumentException naming the first line that is wrong, and why
   */
  public static KnownDeviations parse(List<String> lines, String source) {
    return new KnownDeviations(new DeviationTable(source).read(lines));
  }

  /** Returns all entries in the order of the table. */
  public List<Deviation> entries() {
    return entries;
  }

  /** Returns the entries of a subject for the version at hand, or else those of other versions. */
  public List<Deviation> of(String subject, String version) {
    List<Deviation> recorded = recorded(subject, version);
    return recorded.isEmpty() ? ofAnyVersion(subject) : recorded;
  }

  /** Returns the entries of a provider, for its version if that is recorded. */
  public List<Deviation> of(ExecutorProvider subject) {
    return of(subject.name(), subject.version().orElse(""));
  }

  /**
   * Returns the order in which what breaks most rules, and so makes the kit wait longest, leads.
   */
  public Comparator<ExecutorProvider> longestFirst() {
    return Comparator.comparingInt((ExecutorProvider subject) -> of(subject).size()).reversed();
  }

  /** Returns whether the subject is known to break the rule, always or sometimes. */
  public boolean isKnown(String subject, String version, String rule) {
    return of(subject, version).stream().anyMatch(entry -> entry.rule().equals(rule));
  }

  /**
   * Compares what a run saw with what is known. Rules in neither collection were not checked and
   * are left out.
   *
   * @param subject the name of the provider
   * @param version the version that ran
   * @param broken the ids of the rules it broke
   * @param kept the ids of the rules it kept
   */
  public DeviationCheck compare(
      String subject, String version, Collection<String> broken, Collection<String> kept) {
    Set<String> unknown = new TreeSet<>(broken);
    unknown.removeIf(rule -> isKnown(subject, version, rule));
    List<Deviation> gone =
        of(subject, version).stream()
            .filter(entry -> entry.certainty() == Deviation.Certainty.ALWAYS)
            .filter(entry -> kept.contains(entry.rule()))
            .toList();
    boolean strict = !recorded(subject, version).isEmpty() || ofAnyVersion(subject).isEmpty();
    return new DeviationCheck(subject, version, strict, List.copyOf(unknown), gone);
  }

  private List<Deviation> recorded(String subject, String version) {
    return ofAnyVersion(subject).stream().filter(entry -> entry.covers(version)).toList();
  }

  private List<Deviation> ofAnyVersion(String subject) {
    return entries.stream().filter(entry -> entry.subject().equals(subject)).toList();
  }
}
