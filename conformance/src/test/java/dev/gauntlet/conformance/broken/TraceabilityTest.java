package dev.gauntlet.conformance.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code docs/traceability.md} is up to date. */
class TraceabilityTest {
  private static final Path FILE = Path.of("../docs/traceability.md");

  @Test
  void aRule_saysThatItIsRaced_whereARaceRefersToIt() throws Exception {
    assertEquals(Set.of(), new Traceability().rulesAtOddsWithTheRaces());
  }

  @Test
  void theTableIsUpToDate() throws Exception {
    String document = new Traceability().document();
    if (Boolean.getBoolean("gauntlet.traceability.write")) {
      Files.writeString(FILE, document);
    }
    assertEquals(
        Files.readString(FILE),
        document,
        "stale; write it anew with: mvn -pl conformance -am test -Dtest=TraceabilityTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dgauntlet.traceability.write=true");
  }
}
