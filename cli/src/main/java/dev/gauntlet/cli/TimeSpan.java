package dev.gauntlet.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as people write it: {@code 90s}, {@code 25m}, {@code 1h30m}. */
final class TimeSpan implements ITypeConverter<Duration> {
  private static final Pattern FORM =
      Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?(?:(\\d{1,6})s)?");

  TimeSpan() {}

  @Override
  public Duration convert(String text) {
    Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT).replace(" ", ""));
    if (form.matches()) {
      Duration time =
          Duration.ofHours(number(form, 1))
              .plusMinutes(number(form, 2))
              .plusSeconds(number(form, 3));
      if (!time.isZero()) {
        return time;
      }
    }
    throw new TypeConversionException("'" + text + "' is not a time such as 90s, 25m or 1h30m");
  }

  private static long number(Matcher form, int group) {
    String digits = form.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
