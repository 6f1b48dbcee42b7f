/** The command line: one command a class, and what they share. */
@NullMarked
package dev.gauntlet.cli;

import org.jspecify.annotations.NullMarked;
