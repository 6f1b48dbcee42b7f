package dev.gauntlet.benchmarks.run;

/**
 * One subject in one row.
 *
 * @param row what is measured
 * @param subject name of the subject it is measured of
 */
public record Cell(Row row, String subject) {

  /** Returns one line for people. */
  public String label() {
    return row.label() + " / " + subject;
  }
}
