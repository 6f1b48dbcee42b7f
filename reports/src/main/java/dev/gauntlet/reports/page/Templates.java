package dev.gauntlet.reports.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates, compiled when the project is built; they escape what they are given. */
final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "dev.gauntlet.reports.page.template");

  private Templates() {}

  static String render(String template, Object model) {
    StringOutput html = new StringOutput();
    ENGINE.render(template, model, html);
    return html.toString();
  }
}
