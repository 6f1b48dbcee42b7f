package dev.gauntlet.reports.page;

import dev.gauntlet.reports.chart.Ink;
import dev.gauntlet.reports.chart.Palette;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheet and the script of the page, with the colours of the charts filled in. */
final class StyleSheet {
  private StyleSheet() {}

  static String css() {
    StringBuilder light = new StringBuilder();
    StringBuilder dark = new StringBuilder();
    StringBuilder classes = new StringBuilder();
    for (int i = 0; i < Palette.size(); i++) {
      String name = Palette.cssClass(i);
      variable(light, name, Palette.light(i));
      variable(dark, name, Palette.dark(i));
      classes.append('.').append(name).append("{color:var(--").append(name).append(")}\n");
    }
    for (Ink ink : Ink.values()) {
      variable(light, ink.cssClass(), ink.light());
      variable(dark, ink.cssClass(), ink.dark());
    }
    return ":root{"
        + light
        + "}\n@media screen and (prefers-color-scheme:dark){:root{"
        + dark
        + "}}\n"
        + classes
        + resource("page.css");
  }

  static String script() {
    return resource("page.js");
  }

  private static void variable(StringBuilder block, String name, String value) {
    block.append("--").append(name).append(':').append(value).append(';');
  }

  static String resource(String name) {
    try (InputStream in = StyleSheet.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
