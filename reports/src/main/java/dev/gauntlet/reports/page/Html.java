package dev.gauntlet.reports.page;

import gg.jte.Content;

/** Markup that is written as it is, because whoever made it has escaped what was in it. */
final class Html {
  private Html() {}

  static Content raw(String markup) {
    return output -> output.writeContent(markup);
  }
}
