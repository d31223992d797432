package org.contactroi.roi.statement;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.roi.amount.Stated;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.Score;
import org.jspecify.annotations.Nullable;

/** What stands beside the money and never inside it: how customers and agents fared. */
public record Scorecard(List<Line> lines) {

  /**
   * One score.
   *
   * @param value in hundredths of a percent or of a point, over n
   * @param baseline in the same unit; null if the baseline does not say
   */
  public record Line(Score score, Ratio value, @Nullable Integer baseline) {

    /** Answers, episodes or customers it is made of. */
    public long n() {
      return value.denominator();
    }
  }

  public Scorecard {
    lines = List.copyOf(lines);
  }

  /**
   * The scores of a time.
   *
   * @param experience totals of the experience family
   * @param resolution totals of first-contact resolution
   */
  public static Scorecard of(Totals experience, Totals resolution, @Nullable Baseline baseline) {
    long promoters = experience.get(Experience.NPS_PROMOTERS);
    long detractors = experience.get(Experience.NPS_DETRACTORS);
    long nps = promoters + experience.get(Experience.NPS_PASSIVES) + detractors;
    return new Scorecard(
        List.of(
            line(
                Score.CSAT,
                experience.get(Experience.CSAT_TOP_BOX),
                experience.get(Experience.CSAT_ANSWERS),
                baseline),
            line(Score.NPS, promoters - detractors, nps, baseline),
            line(
                Score.CES,
                new Ratio(
                    experience.get(Experience.CES_EASE_SUM),
                    experience.get(Experience.CES_ANSWERS)),
                baseline),
            line(
                Score.FCR,
                resolution.get(FirstContactResolution.RESOLVED_FIRST_CONTACT),
                resolution.get(FirstContactResolution.ELIGIBLE),
                baseline),
            line(
                Score.AGENT_SATISFACTION,
                new Ratio(
                    experience.get(Experience.AGENT_SATISFACTION_SUM),
                    experience.get(Experience.AGENT_ANSWERS)),
                baseline)));
  }

  /** The same with one more score, in hundredths of a percent or of a point over n. */
  public Scorecard with(Score score, Ratio value, @Nullable Baseline baseline) {
    List<Line> more = new ArrayList<>(lines);
    more.add(line(score, value, baseline));
    return new Scorecard(more);
  }

  private static Line line(Score score, long count, long of, @Nullable Baseline baseline) {
    return line(score, new Ratio(Math.multiplyExact(Stated.WHOLE_BP, count), of), baseline);
  }

  private static Line line(Score score, Ratio value, @Nullable Baseline baseline) {
    return new Line(score, value, baseline == null ? null : baseline.scores().get(score));
  }
}
