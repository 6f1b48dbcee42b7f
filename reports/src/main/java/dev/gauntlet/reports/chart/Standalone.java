package dev.gauntlet.reports.chart;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A chart as a file of its own, for a README or a comment: it follows the reader's theme. */
public final class Standalone {
  private Standalone() {}

  /** A chart with the colours of both themes, as XML. */
  public static String of(String svg) {
    int start = svg.indexOf('>') + 1;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + svg.substring(0, start)
        + "<style>@media (prefers-color-scheme:dark){"
        + subjects()
        + "svg.ink{fill:"
        + Ink.TEXT.dark()
        + "}.muted{fill:"
        + Ink.MUTED.dark()
        + "}.band{fill:"
        + Ink.BAND.dark()
        + "}path.grid{stroke:"
        + Ink.GRID.dark()
        + "}path.reference{stroke:"
        + Ink.REFERENCE.dark()
        + "}g.evidence{stroke:"
        + Ink.EVIDENCE.dark()
        + "}}</style>"
        + svg.substring(start)
        + "\n";
  }

  private static String subjects() {
    return IntStream.range(0, Palette.size())
        .mapToObj(i -> "." + Palette.cssClass(i) + "{color:" + Palette.dark(i) + "}")
        .collect(Collectors.joining());
  }
}
