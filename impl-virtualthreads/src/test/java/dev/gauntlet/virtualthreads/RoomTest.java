package dev.gauntlet.virtualthreads;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RoomTest {
  private final Room room = new Room();

  @Test
  void callOne_callsInTheOrderOfArrival() {
    assertTrue(room.isEmpty());
    assertNull(room.callOne());
    Room.Waiting first = room.enter();
    Room.Waiting second = room.enter();
    assertNotNull(room.callOne());
    assertTrue(first.isCalled());
    assertFalse(second.isCalled());
    assertNotNull(room.callOne());
    assertTrue(second.isCalled());
    assertTrue(room.isEmpty());
  }

  @Test
  void leave_fromAnywhere_unlessCalled() {
    Room.Waiting first = room.enter();
    Room.Waiting second = room.enter();
    Room.Waiting third = room.enter();
    assertTrue(room.leave(second));
    assertNotNull(room.callOne());
    assertTrue(first.isCalled());
    assertFalse(room.leave(first));
    assertTrue(room.leave(third));
    assertTrue(room.isEmpty());
    assertFalse(third.isCalled());
  }

  @Test
  void callAll_callsEveryone() {
    assertNull(room.callAll());
    Room.Waiting first = room.enter();
    Room.Waiting second = room.enter();
    Room.unpark(room.callAll());
    assertTrue(first.isCalled());
    assertTrue(second.isCalled());
    assertTrue(room.isEmpty());
    assertFalse(room.leave(second));
  }
}
