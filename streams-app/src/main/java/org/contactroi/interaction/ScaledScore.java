package org.contactroi.interaction;

/**
 * An answer to a survey on its scale.
 *
 * @param fromWorst distance from the worst score, 0 to scale
 * @param scale distance from the worst score to the best, positive
 */
public record ScaledScore(long fromWorst, long scale) {

  /** The best score, hundredths of a point. */
  private static final long BEST = 10_000;

  private static final long PROMOTER = 9;
  private static final long PASSIVE = 7;

  /** A score between the least and the most of its scale. */
  public static ScaledScore of(long score, long min, long max, boolean higherIsBetter) {
    return new ScaledScore(higherIsBetter ? score - min : max - score, max - min);
  }

  /** In the best quarter of the scale: 4 s' >= 3 (max - min). */
  public boolean isTopBox() {
    return 4 * fromWorst >= 3 * scale;
  }

  public boolean isPromoter() {
    return fromWorst >= PROMOTER;
  }

  public boolean isPassive() {
    return fromWorst >= PASSIVE && !isPromoter();
  }

  /**
   * Its place on the scale in hundredths of a point, 0 to 10 000: 10 000 s' / (max - min), half
   * even.
   */
  public long ease() {
    return HalfEven.divide(BEST * fromWorst, scale);
  }
}
