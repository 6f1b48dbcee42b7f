package dev.gauntlet.cli;

import dev.gauntlet.reports.gate.GateSettings;
import dev.gauntlet.reports.gate.GateSettings.Plan;
import dev.gauntlet.reports.gate.GateSettings.Score;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a candidate is judged. */
final class JudgeOptions {
  static final double FOREIGN_CPU_PERCENT = 10;
  static final double DROP_CAP = 0.5;
  static final int WARMUPS = 5;
  static final int MEASUREMENTS = 6;
  static final long ITERATION_MILLIS = 400;
  private static final double BETA = 0.05;
  private static final double LEAST_AUTO = 0.05;
  private static final int SCREEN_PAIRS = 6;
  private static final List<Integer> LOOKS = List.of(8, 10, 12, 16, 20, 24);
  private static final int FEWEST_PAIRS = 8;
  private static final int MOST_PAIRS = 100;
  private static final int STEP = 8;

  @Option(
      names = "--plan",
      completionCandidates = Completions.OfPlans.class,
      paramLabel = "PLAN",
      defaultValue = "screen",
      description = {
        "screen: six pairs a row, then a test of suspects on fresh pairs;",
        "full: a test of every row; default: ${DEFAULT-VALUE}."
      })
  private Plan plan = Plan.SCREEN;

  @Option(
      names = "--tolerance",
      paramLabel = "PERCENT",
      converter = Fraction.class,
      defaultValue = "2%",
      description = "A slow-down that nobody minds; default: 2%%.")
  private double tolerance;

  @Option(
      names = "--margin",
      completionCandidates = Completions.OfMargins.class,
      paramLabel = "PERCENT|auto",
      converter = Margin.class,
      defaultValue = "5%",
      description = {
        "A slow-down that must not pass; default: 5%%. auto: the least that the calibration",
        "of this machine says can be seen."
      })
  private double margin;

  @Option(
      names = "--alpha",
      paramLabel = "P",
      converter = Fraction.class,
      defaultValue = "0.01",
      description = {
        "Probability that anything is REGRESSED although nothing is slower than the",
        "tolerance; default: ${DEFAULT-VALUE}."
      })
  private double alpha;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "24",
      description = "Pairs of a row at most; default: ${DEFAULT-VALUE}.")
  private int pairs;

  @Option(
      names = "--strict-exact",
      description = "Bounds that hold without any assumption about the noise; fewer decisions.")
  private boolean strictExact;

  @Option(
      names = "--unseen",
      description = "Take a margin although the calibration says that it cannot be seen here.")
  private boolean unseen;

  JudgeOptions() {}

  /** A percentage or {@code auto}, which is NaN. */
  static final class Margin implements ITypeConverter<Double> {
    Margin() {}

    @Override
    public Double convert(String text) {
      if (text.toLowerCase(Locale.ROOT).equals("auto")) {
        return Double.NaN;
      }
      try {
        return new Fraction().convert(text);
      } catch (TypeConversionException e) {
        throw new TypeConversionException("'" + text + "' is neither auto nor such as 5%");
      }
    }
  }

  /** Whether the margin is to be what the machine can see. */
  boolean isMarginAuto() {
    return Double.isNaN(margin);
  }

  /** Whether a margin that the machine cannot see may be asked for. */
  boolean takesUnseen() {
    return unseen;
  }

  /** Returns the settings; the automatic margin is the least there is. */
  GateSettings settings(long seed, boolean awake) {
    return settings(isMarginAuto() ? LEAST_AUTO : margin, seed, awake);
  }

  GateSettings settings(double used, long seed, boolean awake) {
    if (used <= tolerance) {
      throw new UserException("--margin must be greater than --tolerance");
    }
    if (pairs < FEWEST_PAIRS || pairs > MOST_PAIRS) {
      throw new UserException(
          "--pairs must be " + FEWEST_PAIRS + " to " + MOST_PAIRS + ", not " + pairs);
    }
    return settings(plan, used, looks(pairs), seed, awake);
  }

  private GateSettings settings(
      Plan plan, double margin, List<Integer> looks, long seed, boolean awake) {
    return new GateSettings(
        plan,
        tolerance,
        margin,
        alpha,
        BETA,
        looks,
        SCREEN_PAIRS,
        List.of(Score.FLOOR, Score.MEDIAN),
        WARMUPS,
        ITERATION_MILLIS,
        MEASUREMENTS,
        ITERATION_MILLIS,
        FOREIGN_CPU_PERCENT,
        DROP_CAP,
        awake,
        strictExact,
        seed);
  }

  /** The default looks up to the most pairs, further ones in steps, and the most pairs. */
  static List<Integer> looks(int most) {
    IntStream further = IntStream.iterate(LOOKS.getLast() + STEP, n -> n < most, n -> n + STEP);
    return Stream.of(LOOKS.stream().filter(look -> look < most), further.boxed(), Stream.of(most))
        .flatMap(looks -> looks)
        .toList();
  }
}
