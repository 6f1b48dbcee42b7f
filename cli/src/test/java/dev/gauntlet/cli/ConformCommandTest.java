package dev.gauntlet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gauntlet.TaskExecutor;
import dev.gauntlet.reports.record.ConformanceMatrix;
import dev.gauntlet.spi.Capability;
import dev.gauntlet.spi.ExecutorConfig;
import dev.gauntlet.spi.ExecutorProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConformCommandTest {

  /** Somebody's provider that does not work at all. */
  public static final class FailingProvider implements ExecutorProvider {
    /** For the command line. */
    public FailingProvider() {}

    @Override
    public String name() {
      return "failing";
    }

    @Override
    public Set<Capability> capabilities() {
      return Set.of(Capability.SHARED_MEMORY, Capability.ASYNCHRONOUS);
    }

    @Override
    public TaskExecutor open(ExecutorConfig config) {
      throw new IllegalStateException("cannot open, on purpose");
    }
  }

  private static Path jarOf(Class<?> provider, Path directory) throws IOException {
    Path jar = directory.resolve("foreign.jar");
    String entry = provider.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        InputStream bytes = provider.getClassLoader().getResourceAsStream(entry)) {
      assertNotNull(bytes);
      out.putNextEntry(new JarEntry(entry));
      bytes.transferTo(out);
    }
    return jar;
  }

  @Test
  void keptRulesLeaveFilesAndExitZero(@TempDir Path directory) throws Exception {
    Invocation run =
        Invocation.of(
            "conform", "--subject", "lockfree,locking", "--rule", "C2,J1", "-o", "" + directory);
    assertEquals(0, run.exit(), run.out() + run.err());
    ConformanceMatrix matrix =
        ConformanceMatrix.read(directory.resolve(ConformanceMatrix.FILE_NAME));
    assertEquals(4, matrix.results().size());
    assertTrue(
        matrix.results().stream()
            .allMatch(result -> result.outcome() == ConformanceMatrix.Outcome.KEPT));
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(directory.resolve("TEST-lockfree.xml").toFile())
            .getDocumentElement();
    assertEquals("0", suite.getAttribute("failures"));
    assertTrue(suite.getElementsByTagName("testcase").getLength() >= 2);
  }

  @Test
  void peersRunTogetherAndKeepTheirOrder(@TempDir Path directory) {
    Invocation run =
        Invocation.of(
            "conform",
            "--subject",
            "jdk-fixed,lockfree,jdk-forkjoin",
            "--rule",
            "C2,R1",
            "-o",
            "" + directory);
    assertEquals(0, run.exit(), run.out() + run.err());
    ConformanceMatrix matrix =
        ConformanceMatrix.read(directory.resolve(ConformanceMatrix.FILE_NAME));
    assertEquals(
        List.of("jdk-fixed", "lockfree", "jdk-forkjoin"),
        matrix.subjects().stream().map(ConformanceMatrix.Subject::name).toList());
    assertEquals(
        Set.of("R1"),
        matrix.results().stream()
            .filter(result -> result.outcome() == ConformanceMatrix.Outcome.BROKEN)
            .filter(ConformanceMatrix.Result::knownDeviation)
            .map(ConformanceMatrix.Result::rule)
            .collect(Collectors.toSet()));
  }

  @Test
  void aMissingCapabilityIsShownAsReplaced(@TempDir Path directory) {
    Invocation run =
        Invocation.of(
            "conform", "--subject", "virtualthreads", "--rule", "L22", "-o", "" + directory);
    assertEquals(0, run.exit(), run.out() + run.err());
    ConformanceMatrix matrix =
        ConformanceMatrix.read(directory.resolve(ConformanceMatrix.FILE_NAME));
    assertEquals(ConformanceMatrix.Outcome.REPLACED, matrix.results().get(0).outcome());
    assertEquals("Y7", matrix.results().get(0).replacedBy());
  }

  @Test
  void repeatedRunsAreCounted(@TempDir Path directory) throws Exception {
    Invocation run =
        Invocation.of(
            "conform",
            "--subject",
            "lockfree,jdk-forkjoin",
            "--rule",
            "C2,R1",
            "--repeat",
            "3",
            "-o",
            "" + directory);
    assertEquals(0, run.exit(), run.out() + run.err());
    JsonNode seen =
        JsonMapper.builder().build().readTree(directory.resolve("conform-repeats.json").toFile());
    JsonNode ours = seen.path("subjects").path(0);
    assertEquals(3, ours.path("runs").asInt());
    assertEquals(0, ours.path("failures").size(), seen.toString());
    JsonNode peer = seen.path("subjects").path(1).path("failures").path(0);
    assertEquals("R1", peer.path("rule").asString());
    assertEquals(3, peer.path("runs").asInt());
    assertTrue(peer.path("known").asBoolean(), "a known deviation");
    assertTrue(run.out().contains("R1 in 3 of 3 runs, first in run 1 (known)"), run.out());
  }

  @Test
  void whatBreaksInRepeatedRunsFails(@TempDir Path directory) throws Exception {
    Path jar = jarOf(FailingProvider.class, directory);
    Invocation run =
        Invocation.of(
            "conform",
            "--jar",
            "" + jar,
            "--rule",
            "J1",
            "--repeat",
            "2",
            "--provider",
            FailingProvider.class.getName(),
            "-o",
            "" + directory);
    assertEquals(1, run.exit(), run.out() + run.err());
    assertTrue(run.out().contains("J1 in 2 of 2 runs, first in run 1"), run.out());
    assertTrue(run.out().contains("cannot open, on purpose"), run.out());
  }

  @Test
  void noRunIsNoProof() {
    Invocation run = Invocation.of("conform", "--subject", "lockfree", "--repeat", "0");
    assertEquals(2, run.exit());
    assertTrue(run.err().contains("--repeat 0: it takes one run at least"), run.err());
  }

  @Test
  void aForeignProviderThatThrowsBreaksItsRules(@TempDir Path directory) throws Exception {
    Path jar = jarOf(FailingProvider.class, directory);
    Invocation run =
        Invocation.of(
            "conform",
            "--jar",
            jar.toString(),
            "--provider",
            FailingProvider.class.getName(),
            "--rule",
            "J1,L26",
            "-o",
            "" + directory);
    assertEquals(1, run.exit(), run.out() + run.err());
    assertTrue(run.out().contains("J1 is broken by failing"), run.out());
    assertTrue(run.out().contains("cannot open, on purpose"), run.out());
    assertTrue(
        run.out()
            .contains("--rule J1 --jar " + jar + " --provider " + FailingProvider.class.getName()),
        run.out());
  }

  @Test
  void jsonIsAllThatIsPrinted(@TempDir Path directory) throws IOException {
    Invocation run =
        Invocation.of(
            "conform", "--subject", "locking", "--rule", "J1", "--json", "-o", "" + directory);
    assertEquals(
        Files.readString(directory.resolve(ConformanceMatrix.FILE_NAME)).strip(),
        run.out().strip());
  }
}
