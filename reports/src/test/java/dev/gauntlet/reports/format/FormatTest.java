package dev.gauntlet.reports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, units and names as people see them. */
class FormatTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.0012345, 0.00123",
    "0.5, 0.500",
    "1.2345, 1.23",
    "9.999, 10.0",
    "12.345, 12.3",
    "123.45, 123",
    "1234.5, 1234",
    "999.96, 1000",
    "123456789, 123456789",
    "-1.2345, -1.23",
    "NaN, n/a",
    "Infinity, infinite"
  })
  void numbersKeepThreeDigits(double value, String expected) {
    assertEquals(expected, Numbers.compact(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0112, 0.011",
    "0.414, 0.41",
    "1, 1.00",
    "1.005, 1.00",
    "9.99, 9.99",
    "12.34, 12.3",
    "1234.5, 1234"
  })
  void ratiosAreShort(double value, String expected) {
    assertEquals(expected, Numbers.ratio(value));
  }

  @Test
  void aNarrowIntervalKeepsItsBoundsApart() {
    assertEquals("0.39-0.44", Numbers.ratioRange(0.392, 0.441, "-"));
    assertEquals("0.976-0.979", Numbers.ratioRange(0.9761, 0.9789, "-"));
    assertEquals("0.050-49.0", Numbers.ratioRange(0.05, 49, "-"));
    assertEquals("over 1:1000", Numbers.ratioRange(0.001, 7, "-"));
  }

  @Test
  void errorsAreShort() {
    assertEquals("±1.6 %", Numbers.error(0.0163));
    assertEquals("±2 %", Numbers.error(0.02));
    assertEquals("±22 %", Numbers.error(0.2249));
    assertEquals("over ±100 %", Numbers.error(3));
  }

  @ParameterizedTest
  @CsvSource({
    "us/op, 0.27, 270 ns/op",
    "us/op, 24.13, 24.1 µs/op",
    "ns/op, 1500000, 1.50 ms/op",
    "s/op, 2, 2.00 s/op",
    "ops/us, 7.1, 7.10 M ops/s",
    "ops/ms, 0.5, 500 ops/s",
    "ops/s, 42000, 42.0 k ops/s",
    "ops/s, 0.5, 0.500 ops/s",
    "B/op, 312, 312 B/op",
    "widgets, 3, 3.00 widgets"
  })
  void unitsSuitTheSize(String unit, double value, String expected) {
    assertEquals(expected, Units.of(unit, value).format(value));
  }

  @Test
  void asciiHasNoMicroSign() {
    assertEquals("us/op", Units.of("ns/op", 5000).asciiUnit());
  }

  @Test
  void whatCouldSteerHideOrReorderIsReplaced() {
    assertEquals("a\uFFFDb", CleanText.line("a\u0000b"));
    assertEquals("\uFFFD[31mred", CleanText.line("\u001b[31mred"));
    assertEquals("a b c", CleanText.line("a\nb\tc"));
    assertEquals("a\nb\tc d", CleanText.block("a\r\nb\tc\rd"));
    assertEquals("x\uFFFDy", CleanText.line("x\u202Ey"), "right-to-left override");
    assertEquals("\uFFFD", CleanText.line("\uD800"), "lone surrogate");
    assertEquals("\uFFFD", CleanText.line("\uFFFE"));
    assertEquals("Grüße 😀 <b>\"'&", CleanText.line("Grüße 😀 <b>\"'&"));
  }
}
