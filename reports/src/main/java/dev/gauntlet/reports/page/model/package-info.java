/**
 * What the templates of the page show, already worded and formatted; plain text that the templates
 * escape.
 */
@NullMarked
package dev.gauntlet.reports.page.model;

import org.jspecify.annotations.NullMarked;
