package org.contactroi.simulator.count;

import java.util.List;
import org.contactroi.simulator.scenario.Policy;

/** By which rules an interaction, and the episode that begins with it, is counted. */
public interface Rules {

  /** Returns which interactions belong together. */
  Policy.Episodes episodes();

  /** Returns what a good answer is. */
  Policy.Waiting waiting();

  /** Returns whether a moment lies in business hours. */
  boolean isOpen(long at);

  /** Returns what figures are sliced by. */
  List<Policy.Slice> slices();
}
