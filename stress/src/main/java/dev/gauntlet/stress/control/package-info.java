/** Subjects that are wrong in one step, for the controls of the races. Not for any other use. */
@NullMarked
package dev.gauntlet.stress.control;

import org.jspecify.annotations.NullMarked;
