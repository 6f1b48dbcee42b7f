package dev.gauntlet.peers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prints the lines of {@code deviations.tsv} for what the conformance kit sees now. A rule that
 * only some runs see broken is recorded as {@code sometimes}, and so is one that was recorded so
 * before: a race that a few runs do not show is still there. A known reason is kept; of a new
 * deviation the kit's own words are printed, to be put into better ones.
 *
 * <p>Arguments: the number of runs, then the subjects; without subjects, all peers.
 */
final class RecordDeviations {

  private RecordDeviations() {}

  /** Runs the kit and prints the lines. */
  public static void main(String[] arguments) {
    int runs = Integer.parseInt(arguments[0]);
    Set<String> subjects = Set.copyOf(List.of(arguments).subList(1, arguments.length));
    for (PeerProvider peer : Peers.all()) {
      if (subjects.isEmpty() || subjects.contains(peer.name())) {
        record(peer, runs);
      }
    }
    System.exit(0); // whatever threads a peer has left behind
  }

  private static void record(PeerProvider peer, int runs) {
    Map<String, Integer> timesBroken = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    for (int run = 0; run < runs; run++) {
      KitRun.of(peer)
          .broken()
          .forEach((rule, seen) -> {
            timesBroken.merge(rule, 1, Integer::sum);
            reasons.putIfAbsent(rule, seen);
          });
    }
    for (Deviation known : KnownDeviations.load().of(peer.name(), version(peer))) {
      reasons.put(known.rule(), known.reason());
      if (known.certainty() == Deviation.Certainty.SOMETIMES) {
        timesBroken.put(known.rule(), 0);
      }
    }
    timesBroken.forEach((rule, times) ->
        System.out.println(
            String.join(
                "\t",
                peer.name(),
                version(peer),
                rule,
                times == runs ? "always" : "sometimes",
                reasons.get(rule))));
  }

  /** The JDK's peers change with its feature versions. */
  private static String version(PeerProvider peer) {
    String version = peer.version().orElseThrow();
    return Versions.jdk().equals(peer.version())
        ? String.valueOf(Runtime.version().feature())
        : version;
  }
}
