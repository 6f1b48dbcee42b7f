package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake of the user is answered with one line that names it, and with exit code 2. */
class BadUseTest {

  private static void expectComplaint(Invocation invocation, String part) {
    assertEquals(2, invocation.exit(), invocation.err());
    assertEquals(1, invocation.err().lines().count(), invocation.err());
    assertTrue(invocation.err().contains(part), invocation.err());
    assertEquals("", invocation.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "conform --subject nobody | unknown subject 'nobody'; there are lockfree",
        "conform --rule Z9 | unknown rule 'Z9'; there are S1",
        "conform --rule C10 | unknown rule 'C10'",
        "conform --provider com.example.Mine | add --jar FILE",
        "conform --jar missing.jar | no such file: missing.jar",
        "conform --flag | Unknown option: '--flag'",
        "bench --quick --full | mutually exclusive",
        "bench --subject nobody | nobody",
        "bench --scenario Nothing | Nothing",
        "bench --rounds 0 | rounds must be 1 or more",
        "bench --rounds many | 'many' is not",
        "bench --resume nowhere | nowhere",
        "stress --race Nothing | Nothing",
        "stress --subject nobody | nobody",
        "soak --minutes many | 'many' is not",
        "soak --minutes 0 | --minutes must be more than 0",
        "soak --epoch -1 | first epoch must be 0 or more",
        "soak --seed some | 'some' is not",
        "soak --subject jdk-fixed | unknown subject 'jdk-fixed'; there are lockfree",
        "report missing | missing",
        "report | Missing required parameter",
        "compare | Missing required parameter",
        "compare one | one: no such file",
        "nonsense | nonsense"
      })
  void isAnsweredWithOneLine(String commandLine, String complaint) {
    expectComplaint(Invocation.of(commandLine.split(" ")), complaint);
  }

  @Test
  void noCommandNamesTheHelp() {
    expectComplaint(Invocation.of(), "gauntlet --help");
  }

  @Test
  void aFileThatIsNoJarIsNamed(@TempDir Path directory) throws IOException {
    Path text = Files.writeString(directory.resolve("some.txt"), "no jar");
    expectComplaint(Invocation.of("conform", "--jar", text.toString()), "some.txt is no jar");
  }

  @Test
  void aJarWithoutProviderIsNamed(@TempDir Path directory) throws IOException {
    Path jar = directory.resolve("empty.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream empty = new JarOutputStream(file)) {
      empty.finish();
    }
    expectComplaint(Invocation.of("conform", "--jar", jar.toString()), "empty.jar registers no");
    expectComplaint(
        Invocation.of("conform", "--jar", jar.toString(), "--provider", "com.example.Mine"),
        "no class com.example.Mine in");
    expectComplaint(
        Invocation.of("conform", "--jar", jar.toString(), "--provider", "java.lang.String"),
        "java.lang.String does not implement");
    expectComplaint(
        Invocation.of("conform", "--jar", jar.toString(), "--subject", "lockfree"),
        "exclude each other");
  }
}
