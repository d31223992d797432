package org.contactroi.simulator.synthetic;

/**
 * One interaction being made up.
 *
 * @param contact who gets in touch for what
 * @param script where it is written
 * @param dice what decides
 */
record Scene(Contact contact, Script script, Dice dice) {

  private static final long SECOND = 1_000;

  /** Returns exponentially distributed milliseconds, at least one. */
  long exponentialSeconds(double meanSeconds) {
    return 1 + dice.exponential(meanSeconds * SECOND);
  }

  /** Returns lognormally distributed milliseconds, at least two seconds. */
  long lognormalSeconds(double medianSeconds, double sigma) {
    return 2 * SECOND + dice.lognormal(medianSeconds * SECOND, sigma);
  }

  /** Returns milliseconds, each as likely as the others. */
  long betweenSeconds(long low, long high) {
    return dice.between(low * SECOND, high * SECOND);
  }
}
