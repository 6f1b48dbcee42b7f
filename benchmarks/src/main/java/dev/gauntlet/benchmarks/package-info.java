/**
 * The scenarios as JMH benchmarks, one question a class, and the subjects they are asked of.
 *
 * <p>A benchmark opens the subject named by its {@code subject} parameter, so that each fork loads
 * one executor and its call sites see one type. The settings in the annotations are the publishable
 * ones; shorter ones are given on the command line.
 */
@NullMarked
package dev.gauntlet.benchmarks;

import org.jspecify.annotations.NullMarked;
