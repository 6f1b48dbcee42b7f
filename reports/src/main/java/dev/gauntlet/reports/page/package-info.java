/** The self-contained HTML page of a run. */
@NullMarked
package dev.gauntlet.reports.page;

import org.jspecify.annotations.NullMarked;
