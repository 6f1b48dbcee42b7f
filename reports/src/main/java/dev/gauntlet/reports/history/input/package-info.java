/** Finds and reads stored runs: the records of {@code bench} and the logs of {@code gate}. */
@NullMarked
package dev.gauntlet.reports.history.input;

import org.jspecify.annotations.NullMarked;
