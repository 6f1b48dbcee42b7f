package dev.gauntlet.reports.browser;

/** What a reader could not read, because it is cut off or covered. */
final class Layout {
  /** Texts of a chart that leave it, and that overlap. */
  private static final String TEXT_PROBLEMS =
      """
      const found = [];
      document.querySelectorAll('svg.chart').forEach(svg => {
        const view = svg.viewBox.baseVal;
        const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBBox()]);
        boxes.forEach(([text, b], i) => {
          if (b.x < -1 || b.y < -1 || b.x + b.width > view.width + 1 || b.y + b.height > view.height + 1)
            found.push('outside: ' + text);
          boxes.slice(i + 1).forEach(([other, o]) => {
            if (b.x + 1 < o.x + o.width && o.x + 1 < b.x + b.width && b.y + 2 < o.y + o.height && o.y + 2 < b.y + b.height)
              found.push('overlap: ' + text + ' | ' + other);
          });
        });
      });
      return found;
      """;

  /** Boxes that cut their text off, and neighbours that cover each other. */
  private static final String BOX_PROBLEMS =
      """
      const found = [];
      const name = e => e.tagName + ' ' + e.textContent.trim().slice(0, 40);
      const all = [...document.querySelectorAll('body *:not(svg *):not(.vh):not(td i)')];
      all.filter(e => getComputedStyle(e).overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1)
          .forEach(e => found.push('cut off: ' + name(e)));
      document.querySelectorAll('main, main section, main ul, .cards, .figures, figure').forEach(parent => {
        const boxes = [...parent.children].map(e => [e, e.getBoundingClientRect()]).filter(([, b]) => b.width > 1 && b.height > 1);
        boxes.forEach(([e, b], i) => boxes.slice(i + 1).forEach(([other, o]) => {
          if (b.left + 1 < o.right && o.left + 1 < b.right && b.top + 1 < o.bottom && o.top + 1 < b.bottom)
            found.push('covered: ' + name(e) + ' | ' + name(other));
        }));
      });
      return found;
      """;

  private Layout() {}

  static Object textProblems(Browser browser) {
    return browser.evaluate(TEXT_PROBLEMS);
  }

  static Object boxProblems(Browser browser) {
    return browser.evaluate(BOX_PROBLEMS);
  }
}
