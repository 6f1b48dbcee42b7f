/** Comparisons as text: a table for the terminal, Markdown, CSV and JSON. */
@NullMarked
package dev.gauntlet.reports.export;

import org.jspecify.annotations.NullMarked;
