/** Runs the rules outside a build: over any providers, with the results as data. */
@NullMarked
package dev.gauntlet.conformance.run;

import org.jspecify.annotations.NullMarked;
