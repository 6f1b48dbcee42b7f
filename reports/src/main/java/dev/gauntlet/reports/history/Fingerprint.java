package dev.gauntlet.reports.history;

import dev.gauntlet.reports.record.Jdk;
import dev.gauntlet.reports.record.Machine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names what has to be the same for runs of different days to be compared. */
public final class Fingerprint {
  private static final int BYTES = 8;

  private Fingerprint() {}

  /** A short name that differs when machine, JDK or flags do; the same on every JVM. */
  public static String of(Machine machine, Jdk jdk, List<String> jvmFlags) {
    String text = machine + "\n" + jdk + "\n" + jvmFlags;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
