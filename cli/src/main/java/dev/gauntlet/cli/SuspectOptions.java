package dev.gauntlet.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How suspects of stored runs are measured again. */
final class SuspectOptions {
  @Option(
      names = "--look",
      description = "Only look: print the commands that measure suspects, and exit with 0.")
  private boolean look;

  @Option(
      names = "--jars",
      paramLabel = "DIR",
      description = {
        "Where the jars of earlier runs are, put there by `gate --keep-jar` or by hand;",
        "default: jars/ in the first DIR."
      })
  private @Nullable Path jars;

  @Option(
      names = "--base",
      paramLabel = "JAR",
      description = "The jar that suspects are measured against; default: a kept one.")
  private @Nullable Path base;

  @Option(
      names = "--candidate",
      paramLabel = "JAR",
      description = "The jar of the newest run; default: the kept one.")
  private @Nullable Path candidate;

  @Option(
      names = "--time-box",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      defaultValue = "30m",
      description = "What measuring may take, such as 25m; default: ${DEFAULT-VALUE}.")
  private Duration timeBox = Duration.ZERO;

  @Option(
      names = "--jdk",
      paramLabel = "HOME",
      description = "The JDK that the stored runs were measured on; default: that of this.")
  private @Nullable Path jdk;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "The findings of the pairs as JUnit XML; FILE-release for those of --release.")
  private @Nullable Path junit;

  @Option(names = "--md", paramLabel = "FILE", description = "The same as Markdown.")
  private @Nullable Path markdown;

  SuspectOptions() {}

  boolean onlyLooks() {
    return look;
  }

  Path jars(Path history) {
    return jars == null ? history.resolve("jars") : jars;
  }

  @Nullable Path base() {
    return base;
  }

  @Nullable Path candidate() {
    return candidate;
  }

  @Nullable Path jdk() {
    return jdk;
  }

  /** Returns what the gate takes over from these. */
  Arguments handedOn(Arguments gate, boolean sinceRelease) {
    Arguments all = gate.with("--time-box", timeBox.toSeconds() + "s");
    if (jdk != null) {
      all = all.with("--jdk", jdk.toString());
    }
    if (junit != null) {
      all = all.with("--junit", named(junit, sinceRelease));
    }
    return markdown == null ? all : all.with("--md", named(markdown, sinceRelease));
  }

  private static String named(Path file, boolean sinceRelease) {
    String path = file.toString();
    int dot = path.lastIndexOf('.');
    int end = dot > path.lastIndexOf('/') ? dot : path.length();
    return sinceRelease ? path.substring(0, end) + "-release" + path.substring(end) : path;
  }
}
