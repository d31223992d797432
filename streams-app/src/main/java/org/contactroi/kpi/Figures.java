package org.contactroi.kpi;

import static org.contactroi.kpi.Figure.Unit.COUNT;
import static org.contactroi.kpi.Figure.Unit.MILLISECONDS;
import static org.contactroi.kpi.Figure.Unit.POINTS;
import static org.contactroi.kpi.Figure.Unit.SHARE;
import static org.contactroi.kpi.Figure.percentile;
import static org.contactroi.kpi.Figure.product;
import static org.contactroi.kpi.Figure.quotient;
import static org.contactroi.kpi.Figure.ratio;

import java.util.List;
import org.contactroi.interaction.Resource;

/** The formulas of all families, each list in the order its figures are published. */
final class Figures {

  private static final long POINTS_OF_A_SCALE = 100;
  private static final long HUNDREDTHS = 100;

  private static final List<Figure> HANDLE_TIME =
      List.of(
          quotient("aht", MILLISECONDS, HandleTime.HANDLE_MS, HandleTime.HANDLED_LEGS),
          quotient("talk", MILLISECONDS, HandleTime.TALK_MS, HandleTime.HANDLED_LEGS),
          quotient("hold", MILLISECONDS, HandleTime.HOLD_MS, HandleTime.HANDLED_LEGS),
          quotient("acw", MILLISECONDS, HandleTime.ACW_MS, HandleTime.HANDLED_LEGS),
          percentile("", 50, HandleTime.HANDLE_HISTOGRAM),
          percentile("", 90, HandleTime.HANDLE_HISTOGRAM),
          percentile("", 95, HandleTime.HANDLE_HISTOGRAM),
          percentile("", 99, HandleTime.HANDLE_HISTOGRAM));

  private static final List<Figure> SERVICE_LEVEL =
      List.of(
          ratio(
              "service_level",
              SHARE,
              t -> new Ratio(t.get(ServiceLevel.ANSWERED_IN_TIME), answeredOrLost(t))),
          ratio(
              "abandon_rate",
              SHARE,
              t -> new Ratio(t.get(ServiceLevel.LONG_ABANDONS), answeredOrLost(t))),
          quotient("asa", MILLISECONDS, ServiceLevel.WAIT_ANSWERED_MS, ServiceLevel.ANSWERED),
          percentile("", 50, ServiceLevel.WAIT_HISTOGRAM),
          percentile("", 90, ServiceLevel.WAIT_HISTOGRAM),
          percentile("", 95, ServiceLevel.WAIT_HISTOGRAM));

  private static final List<Figure> CONTAINMENT =
      List.of(
          ratio("containment_technical", SHARE, Figures::containmentTechnical),
          ratio("containment_settled", SHARE, Figures::containmentSettled),
          quotient("confirmed", SHARE, Containment.RESOLVED_CONFIRMED, Containment.SESSIONS),
          quotient("handoff_rate", SHARE, Containment.HANDED_OFF, Containment.SESSIONS),
          quotient("involvement", SHARE, Containment.INVOLVED, Containment.ELIGIBLE),
          product(
              "automation",
              SHARE,
              t ->
                  new Ratio(t.get(Containment.INVOLVED), t.get(Containment.ELIGIBLE))
                      .times(containmentSettled(t))));

  private static final List<Figure> FIRST_CONTACT_RESOLUTION =
      List.of(
          quotient(
              "fcr",
              SHARE,
              FirstContactResolution.RESOLVED_FIRST_CONTACT,
              FirstContactResolution.ELIGIBLE),
          quotient(
              "repeat_rate",
              SHARE,
              FirstContactResolution.REPEATS,
              FirstContactResolution.IDENTIFIED_INBOUND),
          quotient(
              "contacts_per_issue",
              COUNT,
              FirstContactResolution.IDENTIFIED_INBOUND,
              FirstContactResolution.IDENTIFIED),
          quotient(
              "fcr_survey",
              SHARE,
              FirstContactResolution.SURVEY_YES,
              FirstContactResolution.SURVEY_ANSWERS),
          quotient(
              "fcr_agent_flag",
              SHARE,
              FirstContactResolution.AGENT_FLAG_YES,
              FirstContactResolution.AGENT_FLAGS),
          quotient(
              "identified_share",
              SHARE,
              FirstContactResolution.IDENTIFIED,
              FirstContactResolution.EPISODES));

  private static final List<Figure> VOLUME =
      List.of(quotient("transfer_rate", SHARE, Volume.TRANSFERS_COMPLETED, Volume.HANDLED_LEGS));

  private static final List<Figure> SAVING =
      List.of(
          ofCells("contacts_per_episode", COUNT, SavingQuantity.CONTACTS, SavingQuantity.EPISODES),
          ofCells("handled_share", SHARE, SavingQuantity.HANDLED_CONTACTS, SavingQuantity.CONTACTS),
          ofCells(
              "effort_per_handled_contact",
              MILLISECONDS,
              SavingQuantity.EFFORT_MS,
              SavingQuantity.HANDLED_CONTACTS),
          ofCells("resolution_rate", SHARE, SavingQuantity.RESOLVED, SavingQuantity.EPISODES));

  private static final List<Figure> COST =
      List.of(ratio("effort_per_interaction", MILLISECONDS, Figures::effortPerInteraction));

  private static final List<Figure> EXPERIENCE =
      List.of(
          quotient("csat", SHARE, Experience.CSAT_TOP_BOX, Experience.CSAT_ANSWERS),
          ratio("nps", POINTS, Figures::netPromoterScore),
          ratio("ces", POINTS, Figures::customerEffortScore),
          quotient("response_rate", SHARE, Experience.CSAT_ANSWERS, Experience.CSAT_OFFERED),
          quotient("frt_any", MILLISECONDS, Experience.FRT_ANY_MS, Experience.FRT_ANY_COUNT),
          quotient("frt_bot", MILLISECONDS, Experience.FRT_BOT_MS, Experience.FRT_BOT_COUNT),
          quotient("frt_human", MILLISECONDS, Experience.FRT_HUMAN_MS, Experience.FRT_HUMAN_COUNT),
          percentile("frt_any_", 50, Experience.FRT_ANY_HISTOGRAM),
          percentile("frt_any_", 90, Experience.FRT_ANY_HISTOGRAM),
          percentile("frt_bot_", 50, Experience.FRT_BOT_HISTOGRAM),
          percentile("frt_bot_", 90, Experience.FRT_BOT_HISTOGRAM),
          percentile("frt_human_", 50, Experience.FRT_HUMAN_HISTOGRAM),
          percentile("frt_human_", 90, Experience.FRT_HUMAN_HISTOGRAM));

  private static final List<Figure> SALES =
      List.of(quotient("conversion", SHARE, Sales.CONVERTED, Sales.INBOUND));

  private static final List<Figure> OCCUPANCY =
      List.of(
          ratio(
              "occupancy",
              SHARE,
              t ->
                  new Ratio(
                      t.get(Occupancy.HANDLING_MS),
                      Math.addExact(t.get(Occupancy.HANDLING_MS), t.get(Occupancy.IDLE_MS)))),
          quotient("concurrency", COUNT, Occupancy.EFFORT_MS, Occupancy.HANDLING_MS),
          quotient("utilisation", SHARE, Occupancy.HANDLING_MS, Occupancy.PAID_MS));

  private Figures() {}

  static List<Figure> of(Family family) {
    return switch (family) {
      case HANDLE_TIME -> HANDLE_TIME;
      case SERVICE_LEVEL -> SERVICE_LEVEL;
      case CONTAINMENT -> CONTAINMENT;
      case FIRST_CONTACT_RESOLUTION -> FIRST_CONTACT_RESOLUTION;
      case VOLUME -> VOLUME;
      case SAVING -> SAVING;
      case COST -> COST;
      case EXPERIENCE -> EXPERIENCE;
      case SALES -> SALES;
      case OCCUPANCY -> OCCUPANCY;
    };
  }

  private static long answeredOrLost(Totals totals) {
    return Math.addExact(totals.get(ServiceLevel.ANSWERED), totals.get(ServiceLevel.LONG_ABANDONS));
  }

  private static Ratio containmentTechnical(Totals totals) {
    long sessions = totals.get(Containment.SESSIONS);
    return new Ratio(Math.subtractExact(sessions, totals.get(Containment.HANDED_OFF)), sessions);
  }

  private static Ratio containmentSettled(Totals totals) {
    return new Ratio(
        Math.addExact(
            totals.get(Containment.RESOLVED_ASSUMED), totals.get(Containment.RESOLVED_CONFIRMED)),
        totals.get(Containment.SESSIONS));
  }

  private static Figure ofCells(
      String name, Figure.Unit unit, SavingQuantity numerator, SavingQuantity denominator) {
    return ratio(
        name,
        unit,
        totals -> {
          Breakdown cells = totals.breakdown(Saving.CELLS);
          return new Ratio(cells.total(numerator), cells.total(denominator));
        });
  }

  private static Ratio effortPerInteraction(Totals totals) {
    long effort =
        totals.breakdown(Cost.USAGE).lines().stream()
            .filter(line -> line.key().get(0).equals(Resource.AGENT.name()))
            .mapToLong(line -> line.get(UsageQuantity.QUANTITY))
            .reduce(0, Math::addExact);
    long interactions =
        Math.addExact(
            Math.addExact(totals.get(Cost.HANDLED_BY_HUMAN), totals.get(Cost.BOT_ONLY)),
            totals.get(Cost.HANDLED_BY_NONE));
    return new Ratio(effort, interactions);
  }

  private static Ratio netPromoterScore(Totals totals) {
    long promoters = totals.get(Experience.NPS_PROMOTERS);
    long detractors = totals.get(Experience.NPS_DETRACTORS);
    long answers =
        Math.addExact(Math.addExact(promoters, detractors), totals.get(Experience.NPS_PASSIVES));
    long net = Math.subtractExact(promoters, detractors);
    return new Ratio(Math.multiplyExact(POINTS_OF_A_SCALE, net), answers);
  }

  private static Ratio customerEffortScore(Totals totals) {
    return new Ratio(
        totals.get(Experience.CES_EASE_SUM),
        Math.multiplyExact(HUNDREDTHS, totals.get(Experience.CES_ANSWERS)));
  }
}
