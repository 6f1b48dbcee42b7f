/** Numbers, units and names as text for people. */
@NullMarked
package dev.gauntlet.reports.format;

import org.jspecify.annotations.NullMarked;
