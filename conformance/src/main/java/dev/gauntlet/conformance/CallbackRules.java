package dev.gauntlet.conformance;

/** Placeholder. */
public interface CallbackRules extends ConformanceRules {}
