package dev.gauntlet.model;

import dev.gauntlet.locking.LockingProvider;

class LockingProtocolModelTest extends ProtocolModelTest {
  LockingProtocolModelTest() {
    super(new LockingProvider());
  }
}
