/**
 * The regression gate: what a paired run of two arms recorded, and the verdict it supports.
 *
 * <p>A verdict is a function of the log alone, so a resumed run and a report made later say the
 * same. The log is written by the fork loop; this package never measures.
 */
@NullMarked
package dev.gauntlet.reports.gate;

import org.jspecify.annotations.NullMarked;
