package dev.gauntlet.reports.export;

import dev.gauntlet.reports.compare.Interval;
import dev.gauntlet.reports.compare.Ratio;
import dev.gauntlet.reports.format.Numbers;
import org.jspecify.annotations.Nullable;

/** How fast a subject is to be, over the speed of another. */
record Target(double speed) {

  /** The speed over that of another, of which nothing was aimed at, with its interval. */
  static String reported(@Nullable Ratio time) {
    return time == null ? "–" : text(time);
  }

  /** The same, and whether the target is reached. */
  String heldAgainst(@Nullable Ratio time) {
    return reported(time) + (time == null ? "" : verdict(time.interval()));
  }

  private static String text(Ratio time) {
    String speed = Numbers.ratio(1 / time.value());
    Interval interval = time.interval();
    return interval == null
        ? speed
        : speed + " (" + Numbers.ratioRange(1 / interval.high(), 1 / interval.low(), "–") + ")";
  }

  private String verdict(@Nullable Interval time) {
    if (time == null) {
      return "";
    }
    double low = 1 / time.high();
    if (low > speed) {
      return " reached";
    }
    String aim = speed == 1 ? "" : ", target " + Numbers.compact(speed);
    if (1 / time.low() < speed) {
      return " **missed**" + aim;
    }
    return " open" + aim + (speed > 1 && low > 1 ? ", above 1" : "");
  }
}
