package dev.gauntlet.conformance;

/** Placeholder. */
public interface CapabilityRules extends ConformanceRules {}
