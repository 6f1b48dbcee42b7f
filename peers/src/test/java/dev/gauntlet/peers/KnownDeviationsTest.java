package dev.gauntlet.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownDeviationsTest {
  private static final String HEADING = "subject\tversion\trule\tcertainty\treason";
  private static final KnownDeviations TABLE =
      KnownDeviations.parse(
          List.of(
              HEADING,
              "pool\t25\tL8\talways\tqueued futures stay open",
              "pool\t25\tC8\tsometimes\tno handshake",
              "library\t1.2-jre\tK7\talways\tan Error escapes"),
          "table");

  @Test
  void compare_asRecorded_agrees() {
    DeviationCheck check = TABLE.compare("pool", "25.0.3", Set.of("L8", "C8"), Set.of("S1"));
    assertTrue(check.agrees());
    assertFalse(check.fails());
    assertEquals("pool 25.0.3: as recorded in deviations.tsv", check.message());
  }

  @Test
  void compare_unknownDeviation_fails() {
    DeviationCheck check = TABLE.compare("pool", "25", Set.of("L8", "S4", "K1"), Set.of());
    assertTrue(check.fails());
    assertEquals(List.of("K1", "S4"), check.unknown());
    assertTrue(check.message().contains("breaks K1, S4, which is not recorded"), check.message());
  }

  @Test
  void compare_ruleSuddenlyKept_fails() {
    DeviationCheck check = TABLE.compare("library", "1.2-jre", Set.of(), Set.of("K7"));
    assertTrue(check.fails());
    assertEquals("K7", check.gone().getFirst().rule());
    assertTrue(check.message().contains("keeps K7, recorded as broken"), check.message());
  }

  @Test
  void compare_sometimes_neverFails() {
    assertTrue(TABLE.compare("pool", "25", Set.of("L8", "C8"), Set.of()).agrees());
    assertTrue(TABLE.compare("pool", "25", Set.of("L8"), Set.of("C8")).agrees());
  }

  @Test
  void compare_uncheckedRule_isLeftOut() {
    assertTrue(TABLE.compare("pool", "25", Set.of(), Set.of("S1")).agrees());
  }

  @Test
  void compare_anotherVersion_reportsOnly() {
    DeviationCheck check = TABLE.compare("pool", "26", Set.of("S4"), Set.of("L8"));
    assertFalse(check.agrees());
    assertFalse(check.fails());
    assertTrue(check.message().contains("another version"), check.message());
  }

  @Test
  void compare_versionIsNoPrefixOfDigits() {
    assertFalse(TABLE.compare("pool", "250", Set.of("S4"), Set.of()).fails());
  }

  @Test
  void compare_subjectWithoutEntries_isKnownToBreakNothing() {
    assertTrue(TABLE.compare("other", "1", Set.of(), Set.of("S1")).agrees());
    assertTrue(TABLE.compare("other", "1", Set.of("S1"), Set.of()).fails());
  }

  @Test
  void isKnown_coversBothCertainties() {
    assertTrue(TABLE.isKnown("pool", "25.0.3", "L8"));
    assertTrue(TABLE.isKnown("pool", "25.0.3", "C8"));
    assertFalse(TABLE.isKnown("pool", "25.0.3", "K7"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pool,25,L8,always               | table:2: expected 5 columns, found 4
          pool,25,L8,always,a,b           | table:2: expected 5 columns, found 6
          pool,25,8,always,why            | table:2: '8' is no id of a rule
          pool,25,L8,mostly,why           | table:2: certainty is 'always' or 'sometimes', not 'mostly'
          ,25,L8,always,why               | table:2: no subject
          pool,25,L8,always,              | table:2: no reason
          """)
  void parse_badLine_isNamed(String line, String message) {
    List<String> lines = List.of(HEADING, line.replace(',', '\t'));
    assertEquals(message, refusal(lines));
  }

  @Test
  void parse_repeatedEntry_isRefused() {
    String entry = "pool\t25\tL8\talways\twhy";
    assertEquals(
        "table:3: L8 is recorded twice for pool 25", refusal(List.of(HEADING, entry, entry)));
  }

  @Test
  void parse_withoutHeading_isRefused() {
    assertEquals("table:1: empty, not even a heading", refusal(List.of()));
    assertEquals(
        "table:1: expected the heading subject, version, rule, certainty, reason",
        refusal(List.of("pool\t25\tL8\talways\twhy")));
  }

  private static String refusal(List<String> lines) {
    return assertThrows(IllegalArgumentException.class, () -> KnownDeviations.parse(lines, "table"))
        .getMessage();
  }

  @Test
  void load_speaksOfPeersOnly() {
    Set<String> peers = Peers.all().stream().map(PeerProvider::name).collect(Collectors.toSet());
    for (Deviation entry : KnownDeviations.load().entries()) {
      assertTrue(peers.contains(entry.subject()), entry.toString());
    }
  }

  /** A library is updated by us, so its entries are recorded anew at the same time. */
  @Test
  void load_libraryVersions_areThoseInUse() {
    KnownDeviations known = KnownDeviations.load();
    for (PeerProvider peer : Peers.all()) {
      String version = peer.version().orElseThrow();
      boolean jdk = version.startsWith(Runtime.version().feature() + ".");
      known.entries().stream()
          .filter(entry -> !jdk && entry.subject().equals(peer.name()))
          .forEach(entry -> assertTrue(entry.covers(version), entry.toString()));
    }
  }
}
