/**
 * Static charts: records in, an SVG string out.
 *
 * <p>Every shape carries its colours as presentation attributes, so a chart is readable without any
 * style sheet; classes on top let a page restyle it for dark mode. There is no style attribute, no
 * style element and no script inside a chart, and every id starts with the id of the chart, so many
 * charts fit on one page.
 */
@NullMarked
package dev.gauntlet.reports.chart;

import org.jspecify.annotations.NullMarked;
