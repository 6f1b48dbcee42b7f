/**
 * Runs the races in a JVM of their own and judges what jcstress has seen.
 *
 * <p>jcstress alone would be no gate: it ends with success when nothing matched its filter, when a
 * race could not be scheduled, and when a control has shown nothing.
 */
@NullMarked
package dev.gauntlet.stress.run;

import org.jspecify.annotations.NullMarked;
