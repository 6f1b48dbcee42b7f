/**
 * Statistics that no library has: exact group-sequential signed-rank boundaries, intervals from
 * Walsh averages, change points. Functions of numbers; nothing here knows what was measured.
 */
@NullMarked
package dev.gauntlet.reports.statistics;

import org.jspecify.annotations.NullMarked;
