/** What history says, for people and for programs. */
@NullMarked
package dev.gauntlet.reports.history.output;

import org.jspecify.annotations.NullMarked;
