package dev.gauntlet.reports.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;

/**
 * Text in which what stands between backticks is code.
 *
 * @param text the text; everything in it is escaped
 */
record CodeText(String text) implements Content {
  @Override
  public void writeTo(TemplateOutput output) {
    List<String> parts = List.of(text.split("`", -1));
    boolean balanced = parts.size() % 2 == 1;
    for (int i = 0; i < parts.size(); i++) {
      if (!balanced) {
        output.writeUserContent((i == 0 ? "" : "`") + parts.get(i));
      } else if (i % 2 == 0) {
        output.writeUserContent(parts.get(i));
      } else {
        output.writeContent("<code>");
        output.writeUserContent(parts.get(i));
        output.writeContent("</code>");
      }
    }
  }
}
