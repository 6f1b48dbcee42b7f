/**
 * Stored runs of one machine over time. History nominates, pairs convict: what is found here is a
 * reason to measure a pair of versions side by side, and never a verdict.
 */
@NullMarked
package dev.gauntlet.reports.history;

import org.jspecify.annotations.NullMarked;
