package dev.gauntlet.conformance;

/** Placeholder. */
public interface WaitRules extends ConformanceRules {}
