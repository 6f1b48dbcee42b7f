package dev.gauntlet.reports.compare;

import org.jspecify.annotations.Nullable;

/**
 * What an interval says about a ratio.
 *
 * @param kind the verdict
 * @param hint whether there are too few rounds for it to be more than a hint, or the table as a
 *     whole does not tell the two apart
 */
public record Verdict(Kind kind, boolean hint) {
  /** The four verdicts. */
  public enum Kind {
    /** The whole interval lies below the band. */
    FASTER("faster", "▲", "^"),
    /** The whole interval lies above the band. */
    SLOWER("slower", "▼", "v"),
    /** The whole interval lies inside the band. */
    SAME("same", "≈", "="),
    /** The interval crosses an edge of the band, or there is none. */
    UNDECIDED("undecided", "?", "?");

    private final String word;
    private final String glyph;
    private final String ascii;

    Kind(String word, String glyph, String ascii) {
      this.word = word;
      this.glyph = glyph;
      this.ascii = ascii;
    }

    /** The word for people. */
    public String word() {
      return word;
    }

    /** A decoration that never stands without the word. */
    public String glyph() {
      return glyph;
    }

    /** The decoration where only ASCII can be shown. */
    public String ascii() {
      return ascii;
    }
  }

  /** The verdict on a ratio with the given interval, null when there is none. */
  static Verdict of(@Nullable Interval interval, int rounds, CompareOptions options) {
    return new Verdict(kind(interval, options), rounds < CompareOptions.ROUNDS_FOR_A_VERDICT);
  }

  private static Kind kind(@Nullable Interval interval, CompareOptions options) {
    if (interval == null) {
      return Kind.UNDECIDED;
    }
    if (interval.high() < options.bandLow()) {
      return Kind.FASTER;
    }
    if (interval.low() > options.bandHigh()) {
      return Kind.SLOWER;
    }
    boolean inside = interval.low() >= options.bandLow() && interval.high() <= options.bandHigh();
    return inside ? Kind.SAME : Kind.UNDECIDED;
  }

  /** The same, as no more than a hint where it claims a difference. */
  Verdict asHint() {
    boolean isClaim = kind == Kind.FASTER || kind == Kind.SLOWER;
    return isClaim ? new Verdict(kind, true) : this;
  }

  /** The word, marked as a hint where it is one: {@code "faster (hint)"}. */
  public String text() {
    return hint && kind != Kind.UNDECIDED ? kind.word() + " (hint)" : kind.word();
  }
}
