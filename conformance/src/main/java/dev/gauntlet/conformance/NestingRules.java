package dev.gauntlet.conformance;

/** Placeholder. */
public interface NestingRules extends ConformanceRules {}
