package dev.gauntlet.reports.page.model;

/**
 * One subject across the scenarios.
 *
 * @param anchor id of the section
 * @param subject its name
 * @param description what it is
 * @param rules rules kept; empty when not known
 * @param figure its ratios; without a caption when there are none
 */
public record Profile(
    String anchor,
    String subject,
    String description,
    String rules,
    ScenarioSection.Figure figure) {}
