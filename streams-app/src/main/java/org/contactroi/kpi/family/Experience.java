package org.contactroi.kpi.family;

import static org.contactroi.kpi.Figure.Unit.MILLISECONDS;
import static org.contactroi.kpi.Figure.Unit.POINTS;
import static org.contactroi.kpi.Figure.Unit.SHARE;
import static org.contactroi.kpi.Figure.percentile;
import static org.contactroi.kpi.Figure.quotient;
import static org.contactroi.kpi.Figure.ratio;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.interaction.FirstResponses;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Response;
import org.contactroi.interaction.Surveys;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.jspecify.annotations.Nullable;

/** What customers say, and how long they wait for a first response. */
public final class Experience extends Family {

  private static final long POINTS_OF_A_SCALE = 100;
  private static final long HUNDREDTHS = 100;
  private static final String AGENT_SATISFACTION = "agent_satisfaction";

  private static final Measure.Declared MEASURES = new Measure.Declared();

  public static final Measure CSAT_OFFERED = MEASURES.scalar("csat_offered");
  public static final Measure CSAT_ANSWERS = MEASURES.scalar("csat_answers");
  public static final Measure CSAT_TOP_BOX = MEASURES.scalar("csat_top_box");
  public static final Measure NPS_PROMOTERS = MEASURES.scalar("nps_promoters");
  public static final Measure NPS_PASSIVES = MEASURES.scalar("nps_passives");
  public static final Measure NPS_DETRACTORS = MEASURES.scalar("nps_detractors");
  public static final Measure CES_ANSWERS = MEASURES.scalar("ces_answers");
  public static final Measure CES_EASE_SUM = MEASURES.scalar("ces_ease_sum");
  public static final Measure FRT_ANY_COUNT = MEASURES.scalar("frt_any_count");
  public static final Measure FRT_ANY_MS = MEASURES.scalar("frt_any_ms");
  public static final Measure FRT_BOT_COUNT = MEASURES.scalar("frt_bot_count");
  public static final Measure FRT_BOT_MS = MEASURES.scalar("frt_bot_ms");
  public static final Measure FRT_HUMAN_COUNT = MEASURES.scalar("frt_human_count");
  public static final Measure FRT_HUMAN_MS = MEASURES.scalar("frt_human_ms");
  public static final Measure FRT_ANY_BUSINESS_MS = MEASURES.scalar("frt_any_business_ms");
  public static final Measure FRT_BOT_BUSINESS_MS = MEASURES.scalar("frt_bot_business_ms");
  public static final Measure FRT_HUMAN_BUSINESS_MS = MEASURES.scalar("frt_human_business_ms");
  public static final Measure AGENT_ANSWERS = MEASURES.scalar("agent_answers");
  public static final Measure AGENT_SATISFACTION_SUM = MEASURES.scalar("agent_satisfaction_sum");
  public static final Measure FRT_ANY_HISTOGRAM = MEASURES.histogram("frt_any_histogram");
  public static final Measure FRT_BOT_HISTOGRAM = MEASURES.histogram("frt_bot_histogram");
  public static final Measure FRT_HUMAN_HISTOGRAM = MEASURES.histogram("frt_human_histogram");
  public static final Measure FRT_ANY_BUSINESS_HISTOGRAM =
      MEASURES.histogram("frt_any_business_histogram");
  public static final Measure FRT_BOT_BUSINESS_HISTOGRAM =
      MEASURES.histogram("frt_bot_business_histogram");
  public static final Measure FRT_HUMAN_BUSINESS_HISTOGRAM =
      MEASURES.histogram("frt_human_business_histogram");

  private static final Shown SHOWN =
      new Shown(
          List.of(
              quotient("csat", SHARE, CSAT_TOP_BOX, CSAT_ANSWERS),
              ratio(
                  "nps",
                  POINTS,
                  "100 (nps_promoters - nps_detractors) / (nps_promoters + nps_passives +"
                      + " nps_detractors)",
                  Experience::netPromoterScore),
              points("ces", CES_EASE_SUM, CES_ANSWERS),
              quotient("response_rate", SHARE, CSAT_ANSWERS, CSAT_OFFERED),
              quotient("frt_any", MILLISECONDS, FRT_ANY_MS, FRT_ANY_COUNT),
              quotient("frt_bot", MILLISECONDS, FRT_BOT_MS, FRT_BOT_COUNT),
              quotient("frt_human", MILLISECONDS, FRT_HUMAN_MS, FRT_HUMAN_COUNT),
              percentile("frt_any_", 50, FRT_ANY_HISTOGRAM),
              percentile("frt_any_", 90, FRT_ANY_HISTOGRAM),
              percentile("frt_bot_", 50, FRT_BOT_HISTOGRAM),
              percentile("frt_bot_", 90, FRT_BOT_HISTOGRAM),
              percentile("frt_human_", 50, FRT_HUMAN_HISTOGRAM),
              percentile("frt_human_", 90, FRT_HUMAN_HISTOGRAM),
              quotient("frt_any_business", MILLISECONDS, FRT_ANY_BUSINESS_MS, FRT_ANY_COUNT),
              quotient("frt_bot_business", MILLISECONDS, FRT_BOT_BUSINESS_MS, FRT_BOT_COUNT),
              quotient("frt_human_business", MILLISECONDS, FRT_HUMAN_BUSINESS_MS, FRT_HUMAN_COUNT),
              percentile("frt_any_business_", 50, FRT_ANY_BUSINESS_HISTOGRAM),
              percentile("frt_any_business_", 90, FRT_ANY_BUSINESS_HISTOGRAM),
              percentile("frt_bot_business_", 50, FRT_BOT_BUSINESS_HISTOGRAM),
              percentile("frt_bot_business_", 90, FRT_BOT_BUSINESS_HISTOGRAM),
              percentile("frt_human_business_", 50, FRT_HUMAN_BUSINESS_HISTOGRAM),
              percentile("frt_human_business_", 90, FRT_HUMAN_BUSINESS_HISTOGRAM),
              points(AGENT_SATISFACTION, AGENT_SATISFACTION_SUM, AGENT_ANSWERS)),
          List.of(
              Metric.of("contact_roi_csat_ratio", "Share of CSAT answers in the top box")
                  .figure("csat"),
              Metric.of("contact_roi_nps_points", "Promoters minus detractors, -100 to 100")
                  .figure("nps"),
              Metric.of("contact_roi_ces_points", "Mean ease customers report, 0 to 100")
                  .figure("ces"),
              Metric.of("contact_roi_survey_response_ratio", "CSAT surveys answered / offered")
                  .figure("response_rate"),
              Metric.of(
                      "contact_roi_surveys",
                      "Surveys of ended interactions; CSAT kinds include the next")
                  .scalar(CSAT_OFFERED, "kind", "csat_offered")
                  .scalar(CSAT_ANSWERS, "kind", "csat_answered")
                  .scalar(CSAT_TOP_BOX, "kind", "csat_top_box")
                  .scalar(NPS_PROMOTERS, "kind", "nps_promoter")
                  .scalar(NPS_PASSIVES, "kind", "nps_passive")
                  .scalar(NPS_DETRACTORS, "kind", "nps_detractor")
                  .scalar(CES_ANSWERS, "kind", "ces_answered"),
              Metric.of(
                      "contact_roi_first_response_seconds",
                      "Time to the first response; average without quantile")
                  .figure("frt_any", "by", "any", "quantile", "")
                  .figure("frt_any_p50", "by", "any", "quantile", "0.5")
                  .figure("frt_any_p90", "by", "any", "quantile", "0.9")
                  .figure("frt_bot", "by", "bot", "quantile", "")
                  .figure("frt_bot_p50", "by", "bot", "quantile", "0.5")
                  .figure("frt_bot_p90", "by", "bot", "quantile", "0.9")
                  .figure("frt_human", "by", "human", "quantile", "")
                  .figure("frt_human_p50", "by", "human", "quantile", "0.5")
                  .figure("frt_human_p90", "by", "human", "quantile", "0.9"),
              Metric.of("contact_roi_first_responses", "Interactions with a first response")
                  .scalar(FRT_ANY_COUNT, "by", "any")
                  .scalar(FRT_BOT_COUNT, "by", "bot")
                  .scalar(FRT_HUMAN_COUNT, "by", "human")));

  public static final Family FAMILY = new Experience();

  private Experience() {
    super(8, "experience", Clock.INTERACTION_END, MEASURES, SHOWN);
  }

  /** Of a sum in hundredths of a point. */
  private static Figure points(String name, Measure sum, Measure answers) {
    return ratio(
        name,
        POINTS,
        sum + " / (100 " + answers + ")",
        totals -> new Ratio(totals.get(sum), Math.multiplyExact(HUNDREDTHS, totals.get(answers))));
  }

  /** What agents say counts by their team. */
  @Override
  public List<SliceBy> slices(List<SliceBy> ofPolicy) {
    List<SliceBy> slices = new ArrayList<>(ofPolicy);
    slices.add(SliceBy.TEAM);
    return slices;
  }

  @Override
  public boolean isExplained(Measure measure) {
    return measure != AGENT_ANSWERS && measure != AGENT_SATISFACTION_SUM;
  }

  @Override
  public boolean isExplained(Figure figure) {
    return !figure.name().equals(AGENT_SATISFACTION);
  }

  /**
   * What the answer of an agent adds.
   *
   * @param satisfaction hundredths of a point, 0 to 10 000
   */
  public static Totals.Builder agentAnswer(long satisfaction) {
    return Totals.builder(FAMILY).add(AGENT_ANSWERS, 1).add(AGENT_SATISFACTION_SUM, satisfaction);
  }

  @Override
  protected void add(Interaction interaction, Contributions to) {
    Surveys surveys = interaction.surveys();
    Totals.Builder totals =
        Totals.builder(this)
            .add(CSAT_OFFERED, surveys.csatOffered())
            .add(CSAT_ANSWERS, surveys.csatAnswers())
            .add(CSAT_TOP_BOX, surveys.csatTopBox())
            .add(NPS_PROMOTERS, surveys.npsPromoters())
            .add(NPS_PASSIVES, surveys.npsPassives())
            .add(NPS_DETRACTORS, surveys.npsDetractors())
            .add(CES_ANSWERS, surveys.cesAnswers())
            .add(CES_EASE_SUM, surveys.cesEase());
    FirstResponses first = interaction.firstResponses();
    BY_ANY.add(totals, first.any());
    BY_BOT.add(totals, first.bot());
    BY_HUMAN.add(totals, first.human());
    to.add(interaction.end(), Dimensions.of(interaction), totals);
  }

  private static final Responses BY_ANY =
      new Responses(
          FRT_ANY_COUNT,
          FRT_ANY_MS,
          FRT_ANY_HISTOGRAM,
          FRT_ANY_BUSINESS_MS,
          FRT_ANY_BUSINESS_HISTOGRAM);

  private static final Responses BY_BOT =
      new Responses(
          FRT_BOT_COUNT,
          FRT_BOT_MS,
          FRT_BOT_HISTOGRAM,
          FRT_BOT_BUSINESS_MS,
          FRT_BOT_BUSINESS_HISTOGRAM);

  private static final Responses BY_HUMAN =
      new Responses(
          FRT_HUMAN_COUNT,
          FRT_HUMAN_MS,
          FRT_HUMAN_HISTOGRAM,
          FRT_HUMAN_BUSINESS_MS,
          FRT_HUMAN_BUSINESS_HISTOGRAM);

  /** Where first responses of one kind are counted. */
  private record Responses(
      Measure count,
      Measure sum,
      Measure histogram,
      Measure businessSum,
      Measure businessHistogram) {

    void add(Totals.Builder totals, @Nullable Response response) {
      if (response != null) {
        totals
            .add(count, 1)
            .add(sum, response.time())
            .add(histogram, Distribution.ofSample(response.time()))
            .add(businessSum, response.business())
            .add(businessHistogram, Distribution.ofSample(response.business()));
      }
    }
  }

  private static Ratio netPromoterScore(Totals totals) {
    long net = Math.subtractExact(totals.get(NPS_PROMOTERS), totals.get(NPS_DETRACTORS));
    return totals.ratio(
        Math.multiplyExact(POINTS_OF_A_SCALE, net), NPS_PROMOTERS, NPS_PASSIVES, NPS_DETRACTORS);
  }
}
