package org.contactroi.simulator.playback;

/**
 * A stay of a call in the VRU, in a queue or with an agent, [start, end) in seconds since the
 * epoch. The end may lie a little before the start: recorded clocks step back, and what was
 * recorded is played back.
 */
record Stage(long start, long end) {

  static Stage momentAt(long second) {
    return new Stage(second, second);
  }
}
