package dev.gauntlet.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A fraction as people write it: {@code 2%} or {@code 0.02}. */
final class Fraction implements ITypeConverter<Double> {
  private static final double HUNDRED = 100;

  Fraction() {}

  @Override
  public Double convert(String text) {
    try {
      boolean percent = text.endsWith("%");
      double number =
          Double.parseDouble(percent ? text.substring(0, text.length() - 1).trim() : text);
      double fraction = percent ? number / HUNDRED : number;
      if (fraction > 0 && fraction < 1) {
        return fraction;
      }
    } catch (NumberFormatException e) {
      // answered below
    }
    throw new TypeConversionException("'" + text + "' is not a percentage such as 2%");
  }
}
