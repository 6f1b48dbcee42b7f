package dev.gauntlet.reports.page;

import dev.gauntlet.reports.compare.Comparison;
import dev.gauntlet.reports.compare.Completeness;
import dev.gauntlet.reports.page.model.Page;
import dev.gauntlet.reports.record.RunHeader;
import dev.gauntlet.reports.record.SubjectInfo;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The top of the page: what was measured where, and what must be read before anything else. */
final class Headings {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int NAMES_IN_TITLE = 4;
  private static final int COMMIT_LENGTH = 7;

  private Headings() {}

  static Page.Header header(Comparison comparison) {
    RunHeader run = comparison.run().header();
    List<String> own = names(comparison, SubjectInfo.Kind.GAUNTLET);
    List<String> all = comparison.executors().stream().map(SubjectInfo::name).toList();
    List<String> shown = own.isEmpty() ? all : own;
    String title =
        shown.size() <= NAMES_IN_TITLE
            ? String.join(", ", shown)
            : shown.size() + (own.isEmpty() ? " executors" : " implementations");
    int peers = names(comparison, SubjectInfo.Kind.PEER).size();
    String subtitle =
        own.isEmpty() || peers == 0
            ? "side by side"
            : "against " + peers + (peers == 1 ? " other executor" : " other executors");
    return new Page.Header(title, subtitle, facts(run));
  }

  private static List<String> facts(RunHeader run) {
    String commit = run.commit();
    List<String> facts = new ArrayList<>();
    facts.add("run of " + minute(run.startedAt()));
    facts.add(
        commit == null
            ? "commit unknown"
            : "commit "
                + commit.substring(0, Math.min(COMMIT_LENGTH, commit.length()))
                + (run.dirty() ? " with changes" : ""));
    facts.add(run.jdk().vendor() + " " + run.jdk().version());
    facts.add(run.machine().cpus() + (run.machine().cpus() == 1 ? " CPU" : " CPUs"));
    facts.add(run.settings().mode() + " settings");
    return facts;
  }

  static String minute(Instant time) {
    return MINUTE.format(time);
  }

  static List<Page.Banner> banners(Comparison comparison) {
    List<Page.Banner> banners = new ArrayList<>();
    RunHeader header = comparison.run().header();
    if (header.settings().isQuick()) {
      banners.add(
          new Page.Banner(
              "Quick numbers are a look and no result.",
              "They come from "
                  + header.settings().forks()
                  + " short "
                  + (header.settings().forks() == 1 ? "fork" : "forks")
                  + " per value. Do not quote them: run ./gauntlet bench without --quick for numbers that may be quoted."));
    }
    Completeness.of(comparison.run())
        .ifPresent(missing -> banners.add(new Page.Banner(missing.headline(), missing.detail())));
    return banners;
  }

  private static List<String> names(Comparison comparison, SubjectInfo.Kind kind) {
    return comparison.subjects().stream()
        .filter(subject -> subject.kind() == kind)
        .map(SubjectInfo::name)
        .collect(Collectors.toList());
  }
}
