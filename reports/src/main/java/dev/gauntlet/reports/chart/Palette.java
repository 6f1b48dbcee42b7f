package dev.gauntlet.reports.chart;

import java.util.List;

/**
 * Eight colours that stay apart for people with protanopia, deuteranopia and tritanopia and keep a
 * contrast of at least 3 to the background, in a light and a dark form, and four marker shapes. A
 * subject is told by both.
 */
public final class Palette {
  private static final List<String> LIGHT =
      List.of(
          "#5f8efd", "#9d6403", "#1f8670", "#e150ae", "#782fbd", "#912630", "#055c73", "#a89415");
  private static final List<String> DARK =
      List.of(
          "#3a7bf0", "#fc8d0f", "#34c898", "#a96c9b", "#c0a1f9", "#dd4827", "#92eafa", "#e0e458");

  private Palette() {}

  /** Number of colours. */
  public static int size() {
    return LIGHT.size();
  }

  /** Colour on a light background of the subject at an index. */
  public static String light(int subject) {
    return LIGHT.get(Math.floorMod(subject, LIGHT.size()));
  }

  /** Colour on a dark background of the subject at an index. */
  public static String dark(int subject) {
    return DARK.get(Math.floorMod(subject, DARK.size()));
  }

  /** Class name that a style sheet gives the subject's colour to. */
  public static String cssClass(int subject) {
    return "c" + Math.floorMod(subject, LIGHT.size());
  }

  /** Path of the subject's marker around a point, to be filled. */
  static String marker(int subject, double x, double y) {
    String start = "M" + Svg.number(x) + " " + Svg.number(y);
    // Neighbours differ in shape, and so do the subjects that share a colour.
    return switch (Math.floorMod(subject + subject / LIGHT.size(), 4)) {
      case 0 -> start + "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z";
      case 1 -> start + "m-3.6-3.6h7.2v7.2h-7.2z";
      case 2 -> start + "m0-5l4.8 8.6h-9.6z";
      default -> start + "m0-5l5 5l-5 5l-5-5z";
    };
  }
}
