package dev.gauntlet.benchmarks.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The commit of the measured sources.
 *
 * @param commit full hash, or null when git does not say
 * @param dirty whether files differ from the commit, or are in none
 */
public record Revision(@Nullable String commit, boolean dirty) {
  private static final int LIMIT_SECONDS = 10;

  /** Asks git about the folder; anything that keeps it from answering makes the commit unknown. */
  public static Revision of(Path sources) {
    Optional<String> commit = git(sources, "rev-parse", "--verify", "HEAD");
    if (commit.isEmpty()) {
      return new Revision(null, false);
    }
    boolean dirty = git(sources, "status", "--porcelain").map(s -> !s.isEmpty()).orElse(true);
    return new Revision(commit.get(), dirty);
  }

  private static Optional<String> git(Path directory, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("git", "-C", directory.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      git.getOutputStream().close();
      String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0
          ? Optional.of(output.trim())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
