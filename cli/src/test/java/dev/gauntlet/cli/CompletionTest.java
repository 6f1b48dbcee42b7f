package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bash proposes once it has read the script. */
class CompletionTest {

  private static List<String> proposals(Path folder, String words) throws Exception {
    Path script = folder.resolve("completion");
    Files.writeString(script, Invocation.of("generate-completion").out());
    String ask =
        "compopt() { :; }; source \"$1\"; COMP_WORDS=(gauntlet $2);"
            + " COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_gauntlet;"
            + " printf '%s\\n' \"${COMPREPLY[@]}\"";
    Process bash =
        new ProcessBuilder("bash", "-c", ask, "bash", script.toString(), words)
            .redirectErrorStream(true)
            .start();
    List<String> lines = lines(bash);
    assertEquals(true, bash.waitFor(10, TimeUnit.SECONDS));
    return lines;
  }

  private static List<String> lines(Process bash) throws IOException {
    String text = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return text.lines().map(String::strip).toList();
  }

  @Test
  void commandsAndTheNamesThatTheyTakeAreProposed(@TempDir Path folder) throws Exception {
    assertEquals(List.of("conform"), proposals(folder, "conf"));
    assertEquals(List.of("lockfree", "locking"), proposals(folder, "bench --subject lock"));
    assertEquals(List.of("RoundTripLatency"), proposals(folder, "bench --scenario Round"));
    assertEquals(List.of("C17"), proposals(folder, "conform --rule C17"));
    assertEquals(List.of("--svg"), proposals(folder, "report --sv"));
    assertEquals(List.of("lockfree", "locking"), proposals(folder, "gate --subjects lock"));
    assertEquals(List.of("lockfree", "locking"), proposals(folder, "soak --subject lock"));
    assertEquals(List.of(""), proposals(folder, "soak --subject jdk"), "no peer is soaked");
    assertEquals(List.of("screen"), proposals(folder, "gate --plan s"));
    assertEquals(List.of("auto"), proposals(folder, "gate --margin a"));
    assertEquals(
        List.of("jdk-fixed", "jdk-forkjoin"), proposals(folder, "report --baseline jdk-f"));
  }
}
