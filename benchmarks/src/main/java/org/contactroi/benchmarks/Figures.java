package org.contactroi.benchmarks;

/**
 * Sums over all days of slice {@code all}, by which programs are checked against each other.
 *
 * @param handleMs handle time of handled legs, ms
 * @param sessions bot sessions of interactions eligible for handoff
 */
record Figures(long handledLegs, long handleMs, long sessions, long handedOff) {

  Figures plus(Figures other) {
    return new Figures(
        handledLegs + other.handledLegs,
        handleMs + other.handleMs,
        sessions + other.sessions,
        handedOff + other.handedOff);
  }
}
