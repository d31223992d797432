package org.contactroi.serve;

import static org.contactroi.interaction.Resource.Unit.COUNT;
import static org.contactroi.interaction.Resource.Unit.MILLISECONDS;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Cost;
import org.contactroi.kpi.Experience;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Occupancy;
import org.contactroi.kpi.Quantity;
import org.contactroi.kpi.Sales;
import org.contactroi.kpi.SalesQuantity;
import org.contactroi.kpi.Saving;
import org.contactroi.kpi.SavingQuantity;
import org.contactroi.kpi.UsageQuantity;

/** Gauges of what the center costs and is worth: saving, cost, experience, sales, occupancy. */
final class ValueGauges {

  private static final Gauge CONTACTS_PER_EPISODE =
      Gauge.of(
          "contact_roi_contacts_per_episode",
          "Inbound interactions per episode that began inbound");
  private static final Gauge HANDLED_SHARE =
      Gauge.of(
          "contact_roi_handled_contacts_ratio",
          "Share of the inbound interactions of such episodes that people handled");
  private static final Gauge EFFORT_PER_CONTACT =
      Gauge.of(
          "contact_roi_effort_per_handled_contact_seconds",
          "Effort of people per handled inbound interaction of such episodes");
  private static final Gauge RESOLVED =
      Gauge.of("contact_roi_resolution_ratio", "Share of such episodes that is resolved");
  private static final Gauge EPISODES =
      Gauge.of("contact_roi_saving_episodes", "Episodes that began inbound; all includes resolved");
  private static final Gauge CONTACTS =
      Gauge.of(
          "contact_roi_saving_contacts",
          "Inbound interactions of such episodes; all includes handled");
  private static final Gauge EFFORT =
      Gauge.ofSeconds("contact_roi_saving_effort_seconds", "Effort of people in such episodes");

  private static final Gauge EFFORT_PER_INTERACTION =
      Gauge.of(
          "contact_roi_effort_per_interaction_seconds", "Effort of people per ended interaction");
  private static final Gauge USED_TIME =
      Gauge.ofSeconds(
          "contact_roi_usage_seconds",
          "Use of resources that are measured in time, by ended interactions (cost) or by episodes"
              + " (saving)");
  private static final Gauge USED =
      Gauge.of("contact_roi_usage", "Use of resources that are counted, likewise");

  private static final Gauge CSAT =
      Gauge.of("contact_roi_csat_ratio", "Share of CSAT answers in the top box");
  private static final Gauge NPS =
      Gauge.of("contact_roi_nps_points", "Promoters minus detractors, -100 to 100");
  private static final Gauge CES =
      Gauge.of("contact_roi_ces_points", "Mean ease customers report, 0 to 100");
  private static final Gauge RESPONSES =
      Gauge.of("contact_roi_survey_response_ratio", "CSAT surveys answered / offered");
  private static final Gauge SURVEYS =
      Gauge.of("contact_roi_surveys", "Surveys of ended interactions; CSAT kinds include the next");
  private static final Gauge FIRST_RESPONSE =
      Gauge.of(
          "contact_roi_first_response_seconds",
          "Time to the first response; average without quantile");
  private static final Gauge RESPONDED =
      Gauge.of("contact_roi_first_responses", "Interactions with a first response");

  private static final Gauge CONVERSION =
      Gauge.of(
          "contact_roi_conversion_ratio",
          "Inbound interactions with a sale / inbound interactions");
  private static final Gauge CONVERTED =
      Gauge.of(
          "contact_roi_conversion_interactions",
          "Inbound interactions that ended; inbound includes converted");
  private static final Gauge SALES_COUNT =
      Gauge.of("contact_roi_sales", "Sales; a refund counts 1");
  private static final Gauge SALES_AMOUNT =
      Gauge.ofAmounts("contact_roi_sales_amount", "Amounts of sales, refunds below 0");
  private static final Gauge SALES_MARGIN =
      Gauge.ofAmounts("contact_roi_sales_margin", "Margins of sales, refunds below 0");

  private static final Gauge OCCUPIED =
      Gauge.of("contact_roi_occupancy_ratio", "Handling / (handling + available idle)");
  private static final Gauge CONCURRENCY =
      Gauge.of("contact_roi_concurrency", "Effort per handling time");
  private static final Gauge UTILISED =
      Gauge.of("contact_roi_utilisation_ratio", "Handling / paid time");
  private static final Gauge AGENT_TIME =
      Gauge.ofSeconds("contact_roi_agent_seconds", "Time of agents in whole hours, by what it was");

  private static final Set<String> TIMED =
      Arrays.stream(Resource.values())
          .filter(resource -> resource.unit() == MILLISECONDS)
          .map(Resource::name)
          .collect(Collectors.toUnmodifiableSet());

  static final List<GaugeSpec> SAVING =
      List.of(
          CONTACTS_PER_EPISODE.figure(Family.SAVING, "contacts_per_episode"),
          HANDLED_SHARE.figure(Family.SAVING, "handled_share"),
          EFFORT_PER_CONTACT.figure(Family.SAVING, "effort_per_handled_contact"),
          RESOLVED.figure(Family.SAVING, "resolution_rate"),
          EPISODES.total(Saving.CELLS, SavingQuantity.EPISODES, "kind", "all"),
          EPISODES.total(Saving.CELLS, SavingQuantity.RESOLVED, "kind", "resolved"),
          CONTACTS.total(Saving.CELLS, SavingQuantity.CONTACTS, "kind", "all"),
          CONTACTS.total(Saving.CELLS, SavingQuantity.HANDLED_CONTACTS, "kind", "handled"),
          EFFORT.total(Saving.CELLS, SavingQuantity.EFFORT_MS),
          USED_TIME.lines(used(Family.SAVING, Saving.USAGE, "usage_channel", MILLISECONDS)),
          USED.lines(used(Family.SAVING, Saving.USAGE, "usage_channel", COUNT)));

  static final List<GaugeSpec> COST =
      List.of(
          EFFORT_PER_INTERACTION.figure(Family.COST, "effort_per_interaction"),
          USED_TIME.lines(used(Family.COST, Cost.USAGE, "channel", MILLISECONDS)),
          USED.lines(used(Family.COST, Cost.USAGE, "channel", COUNT)));

  static final List<GaugeSpec> EXPERIENCE =
      List.of(
          CSAT.figure(Family.EXPERIENCE, "csat"),
          NPS.figure(Family.EXPERIENCE, "nps"),
          CES.figure(Family.EXPERIENCE, "ces"),
          RESPONSES.figure(Family.EXPERIENCE, "response_rate"),
          SURVEYS.scalar(Experience.CSAT_OFFERED, "kind", "csat_offered"),
          SURVEYS.scalar(Experience.CSAT_ANSWERS, "kind", "csat_answered"),
          SURVEYS.scalar(Experience.CSAT_TOP_BOX, "kind", "csat_top_box"),
          SURVEYS.scalar(Experience.NPS_PROMOTERS, "kind", "nps_promoter"),
          SURVEYS.scalar(Experience.NPS_PASSIVES, "kind", "nps_passive"),
          SURVEYS.scalar(Experience.NPS_DETRACTORS, "kind", "nps_detractor"),
          SURVEYS.scalar(Experience.CES_ANSWERS, "kind", "ces_answered"),
          FIRST_RESPONSE.figure(Family.EXPERIENCE, "frt_any", "by", "any", "quantile", ""),
          FIRST_RESPONSE.figure(Family.EXPERIENCE, "frt_any_p50", "by", "any", "quantile", "0.5"),
          FIRST_RESPONSE.figure(Family.EXPERIENCE, "frt_any_p90", "by", "any", "quantile", "0.9"),
          FIRST_RESPONSE.figure(Family.EXPERIENCE, "frt_bot", "by", "bot", "quantile", ""),
          FIRST_RESPONSE.figure(Family.EXPERIENCE, "frt_bot_p50", "by", "bot", "quantile", "0.5"),
          FIRST_RESPONSE.figure(Family.EXPERIENCE, "frt_bot_p90", "by", "bot", "quantile", "0.9"),
          FIRST_RESPONSE.figure(Family.EXPERIENCE, "frt_human", "by", "human", "quantile", ""),
          FIRST_RESPONSE.figure(
              Family.EXPERIENCE, "frt_human_p50", "by", "human", "quantile", "0.5"),
          FIRST_RESPONSE.figure(
              Family.EXPERIENCE, "frt_human_p90", "by", "human", "quantile", "0.9"),
          RESPONDED.scalar(Experience.FRT_ANY_COUNT, "by", "any"),
          RESPONDED.scalar(Experience.FRT_BOT_COUNT, "by", "bot"),
          RESPONDED.scalar(Experience.FRT_HUMAN_COUNT, "by", "human"));

  static final List<GaugeSpec> SALES =
      List.of(
          CONVERSION.figure(Family.SALES, "conversion"),
          CONVERTED.scalar(Sales.CONVERTED, "kind", "converted"),
          CONVERTED.scalar(Sales.INBOUND, "kind", "inbound"),
          SALES_COUNT.lines(sold(SalesQuantity.COUNT)),
          SALES_AMOUNT.lines(sold(SalesQuantity.AMOUNT_MICROS)),
          SALES_MARGIN.lines(sold(SalesQuantity.MARGIN_MICROS)));

  static final List<GaugeSpec> OCCUPANCY =
      List.of(
          OCCUPIED.figure(Family.OCCUPANCY, "occupancy"),
          CONCURRENCY.figure(Family.OCCUPANCY, "concurrency"),
          UTILISED.figure(Family.OCCUPANCY, "utilisation"),
          AGENT_TIME.scalar(Occupancy.HANDLING_MS, "kind", "handling"),
          AGENT_TIME.scalar(Occupancy.IDLE_MS, "kind", "idle"),
          AGENT_TIME.scalar(Occupancy.PAID_MS, "kind", "paid"),
          AGENT_TIME.scalar(Occupancy.EFFORT_MS, "kind", "effort"));

  private ValueGauges() {}

  /** Use of resources of one unit by resource and channel; keys are too many to be labels. */
  private static Gauge.Selected used(
      Family family, Measure usage, String channel, Resource.Unit unit) {
    List<String> parts = usage.shape().keyParts();
    int resource = parts.indexOf("resource");
    return new Gauge.Selected(
        usage,
        UsageQuantity.QUANTITY,
        line -> TIMED.contains(line.key().get(resource)) == (unit == MILLISECONDS),
        Labels.of("family", family.id()),
        List.of(
            new Gauge.Selected.Part(resource, "resource"),
            new Gauge.Selected.Part(parts.indexOf(channel), "channel")));
  }

  private static Gauge.Selected sold(Quantity quantity) {
    List<String> parts = Sales.SALES.shape().keyParts();
    return new Gauge.Selected(
        Sales.SALES,
        quantity,
        line -> true,
        Labels.EMPTY,
        List.of(
            new Gauge.Selected.Part(parts.indexOf("currency"), "currency"),
            new Gauge.Selected.Part(parts.indexOf("kind"), "kind"),
            new Gauge.Selected.Part(parts.indexOf("attribution"), "attribution")));
  }
}
