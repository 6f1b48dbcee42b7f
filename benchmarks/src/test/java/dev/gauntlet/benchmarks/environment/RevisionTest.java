package dev.gauntlet.benchmarks.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionTest {
  @TempDir Path folder;

  private void git(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-C", folder.toString(), "-c", "user.name=n", "-c", "user.email=e@x"));
    command.addAll(List.of(arguments));
    Process git =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, git.waitFor(), () -> String.join(" ", command));
  }

  @Test
  void theCommitIsTheHead() throws Exception {
    git("init", "-q");
    Files.writeString(folder.resolve("a"), "1");
    git("add", "a");
    git("commit", "-q", "-m", "first");
    Revision clean = Revision.of(folder);
    assertNotNull(clean.commit());
    assertTrue(clean.commit().matches("[0-9a-f]{40}"), clean.commit());
    assertFalse(clean.dirty());
    Files.writeString(folder.resolve("b"), "2");
    assertEquals(new Revision(clean.commit(), true), Revision.of(folder), "a file in no commit");
  }

  @Test
  void anEmptyRepositoryHasNoCommit() throws Exception {
    git("init", "-q");
    assertNull(Revision.of(folder).commit());
  }

  @Test
  void aFolderThatDoesNotExistHasNoCommit() {
    assertNull(Revision.of(folder.resolve("absent")).commit());
  }
}
