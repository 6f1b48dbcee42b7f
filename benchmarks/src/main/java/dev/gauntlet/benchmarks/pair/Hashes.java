package dev.gauntlet.benchmarks.pair;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hex. */
final class Hashes {
  private Hashes() {}

  /** Returns the SHA-256 of a file in lower-case hex. */
  static String sha256(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return sha256(bytes);
    }
  }

  /** Returns the hash of some bytes. */
  static String sha256(byte[] bytes) throws IOException {
    return sha256(new ByteArrayInputStream(bytes));
  }

  private static String sha256(InputStream bytes) throws IOException {
    try (DigestInputStream digested =
        new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
