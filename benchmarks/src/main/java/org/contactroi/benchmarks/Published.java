package org.contactroi.benchmarks;

/**
 * Events that were published once, for all programs.
 *
 * @param interactionEvents events of interactions
 * @param otherEvents events of agents and customers, which a and b do not read
 * @param interactions that they tell of
 */
record Published(long interactionEvents, long otherEvents, long interactions) {

  long all() {
    return interactionEvents + otherEvents;
  }
}
