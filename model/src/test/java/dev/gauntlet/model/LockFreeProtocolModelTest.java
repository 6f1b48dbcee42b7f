package dev.gauntlet.model;

import dev.gauntlet.lockfree.LockFreeProvider;

class LockFreeProtocolModelTest extends ProtocolModelTest {
  LockFreeProtocolModelTest() {
    super(new LockFreeProvider());
  }
}
