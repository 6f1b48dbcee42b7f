/**
 * The executors people would pick instead, behind the same API.
 *
 * <p>Every peer has two faces. {@link dev.gauntlet.peers.PeerProvider#openRaw} is the bare executor
 * as its users configure it, for benchmarks. {@link dev.gauntlet.spi.ExecutorProvider#open} is an
 * adapter around it, for the conformance kit. The adapter adds what {@code java.util.concurrent}
 * cannot say and leaves everything else to the peer, so that a rule the peer breaks is seen to be
 * broken. What is known to be broken is recorded in {@code deviations.tsv} and read by {@link
 * dev.gauntlet.peers.KnownDeviations}.
 */
@NullMarked
package dev.gauntlet.peers;

import org.jspecify.annotations.NullMarked;
