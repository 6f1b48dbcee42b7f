/**
 * The five programs with which Python's futures are usually introduced: each searches several files
 * for a word, and each waits in another way.
 */
@NullMarked
package dev.gauntlet.examples;

import org.jspecify.annotations.NullMarked;
