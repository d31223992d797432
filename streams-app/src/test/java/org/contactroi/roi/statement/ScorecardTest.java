package org.contactroi.roi.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.roi.valuation.Center.DAY;

import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.statement.Scorecard.Line;
import org.junit.jupiter.api.Test;

class ScorecardTest {

  @Test
  void scoresStandBesideTheirBaselineInHundredthsOverN() {
    Totals experience =
        Totals.builder(Experience.FAMILY)
            .add(Experience.CSAT_TOP_BOX, 3)
            .add(Experience.CSAT_ANSWERS, 4)
            .add(Experience.NPS_PROMOTERS, 1)
            .add(Experience.NPS_PASSIVES, 1)
            .add(Experience.NPS_DETRACTORS, 3)
            .add(Experience.AGENT_ANSWERS, 2)
            .add(Experience.AGENT_SATISFACTION_SUM, 16_000)
            .build();
    Totals resolution =
        Totals.builder(FirstContactResolution.FAMILY)
            .add(FirstContactResolution.RESOLVED_FIRST_CONTACT, 7)
            .add(FirstContactResolution.ELIGIBLE, 10)
            .build();
    Baseline baseline =
        new Baseline(
            "b",
            BaselineMethod.PRE_PERIOD,
            DAY,
            DAY,
            DAY,
            0,
            List.of(),
            Map.of(Score.CSAT, 7_000, Score.NPS, -1_000));

    Scorecard card = Scorecard.of(experience, resolution, baseline);

    assertThat(card.lines())
        .containsExactly(
            new Line(Score.CSAT, new Ratio(30_000, 4), 7_000),
            new Line(Score.NPS, new Ratio(-20_000, 5), -1_000),
            new Line(Score.CES, Ratio.UNDEFINED, null),
            new Line(Score.FCR, new Ratio(70_000, 10), null),
            new Line(Score.AGENT_SATISFACTION, new Ratio(16_000, 2), null));
  }
}
