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
