package org.contactroi.roi.statement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.Sales;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.amount.Stated;
import org.contactroi.roi.baseline.Score;

/**
 * What customers said and did in a period, for a baseline.
 *
 * @param lines those that are known, each with the answers, episodes or interactions it is made of
 */
public record DerivedScores(List<Scorecard.Line> lines) {

  public DerivedScores {
    lines = lines.stream().filter(line -> line.value().isDefined()).toList();
  }

  /**
   * The scores of totals of a period.
   *
   * @param experience totals of the experience family
   * @param resolution totals of first-contact resolution
   * @param sales totals of the sales family
   */
  public static DerivedScores of(Totals experience, Totals resolution, Totals sales) {
    List<Scorecard.Line> lines =
        new ArrayList<>(Scorecard.of(experience, resolution, null).lines());
    lines.add(
        share(
            Score.REPEAT,
            resolution.get(FirstContactResolution.REPEATS),
            resolution.get(FirstContactResolution.IDENTIFIED_INBOUND)));
    lines.add(share(Score.CONVERSION, sales.get(Sales.CONVERTED), sales.get(Sales.INBOUND)));
    return new DerivedScores(lines);
  }

  /** Hundredths of a percent or of a point, each rounded once. */
  public Map<Score, Integer> hundredths() {
    Map<Score, Integer> hundredths = new EnumMap<>(Score.class);
    for (Scorecard.Line line : lines) {
      Ratio value = line.value();
      long rounded = Fraction.of(value.numerator(), value.denominator()).rounded();
      hundredths.put(line.score(), Math.toIntExact(rounded));
    }
    return hundredths;
  }

  private static Scorecard.Line share(Score score, long count, long of) {
    return new Scorecard.Line(
        score, new Ratio(Math.multiplyExact(Stated.WHOLE_BP, count), of), null);
  }
}
