package dev.gauntlet.conformance;

/** Placeholder. */
public interface DropInRules extends ConformanceRules {}
