/**
 * The run record: what one benchmark run measured, where and how, one JSON object per line.
 *
 * <p>{@link dev.gauntlet.reports.record.RunRecordWriter} appends and forces one line per finished
 * fork, so a run that is killed keeps everything measured before; {@link
 * dev.gauntlet.reports.record.RunRecordReader} reads such a file back. {@link
 * dev.gauntlet.reports.record.ConformanceMatrix} is the file beside it that says which subject
 * keeps which rule.
 */
@NullMarked
package dev.gauntlet.reports.record;

import org.jspecify.annotations.NullMarked;
