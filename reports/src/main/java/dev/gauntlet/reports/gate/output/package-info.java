/**
 * What a gate says, for people and for CI servers: text, Markdown, JUnit XML, JSON, and JMH's own
 * JSON of each arm. Everything is made of the log alone.
 */
@NullMarked
package dev.gauntlet.reports.gate.output;

import org.jspecify.annotations.NullMarked;
