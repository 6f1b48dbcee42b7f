package dev.gauntlet.reports.page.model;

import dev.gauntlet.reports.page.model.Page.DataBlock;
import java.util.List;

/**
 * A gate on the page of a run.
 *
 * @param anchor id of the section
 * @param title what was judged against what
 * @param headline the verdict on the whole
 * @param facts when, of what code and how it was measured, and what the verdicts mean
 * @param notices what to know before believing it
 * @param findings what it found
 * @param data the numbers themselves
 */
public record GateSection(
    String anchor,
    String title,
    String headline,
    List<String> facts,
    List<String> notices,
    GateFindings findings,
    DataBlock data) {}
