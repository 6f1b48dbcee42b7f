/** Reads run records and writes what people read: pages, tables, CSV, Markdown, JSON. */
@NullMarked
package dev.gauntlet.reports;

import org.jspecify.annotations.NullMarked;
