package org.contactroi.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.contactroi.kpi.Containment;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.FirstContactResolution;
import org.contactroi.kpi.HandleTime;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.ServiceLevel;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.Volume;

/**
 * One gauge of a family.
 *
 * @param name of the metric, in base units
 * @param help one sentence
 * @param label name of the label that tells it from others of the same metric; empty for none
 * @param labelValue its value; may be empty, which Prometheus reads as absent
 * @param formula from totals
 * @param unitsPerBase what the formula's unit is divided by: 1 000 for milliseconds
 */
record GaugeSpec(
    String name,
    String help,
    String label,
    String labelValue,
    Function<Totals, Ratio> formula,
    double unitsPerBase) {

  private static final String HANDLE = "contact_roi_handle_time_seconds";
  private static final String HANDLE_HELP = "Handle time of handled legs; average without quantile";
  private static final String PART = "contact_roi_handle_time_part_seconds";
  private static final String PART_HELP = "Average handle time per handled leg, by part";
  private static final String WAIT = "contact_roi_wait_seconds";
  private static final String WAIT_HELP = "Waiting time of visits";
  private static final String VISITS = "contact_roi_visits";
  private static final String VISITS_HELP =
      "Stays in a queue; answered_in_time is part of answered";
  private static final String CONTAINED = "contact_roi_containment_ratio";
  private static final String CONTAINED_HELP = "Bot containment and what belongs to it";
  private static final String SESSIONS = "contact_roi_bot_sessions";
  private static final String SESSIONS_HELP = "Bot sessions by the class of their outcome";
  private static final String FCR = "contact_roi_first_contact_resolution_ratio";
  private static final String FCR_HELP = "First-contact resolution, three ways, never blended";
  private static final String EPISODES = "contact_roi_episodes";
  private static final String EPISODES_HELP = "Episodes; kinds include one another";
  private static final String INTERACTIONS = "contact_roi_interactions";
  private static final String INTERACTIONS_HELP =
      "Ended interactions by direction, by who handled them, and excluded ones";

  private static final List<GaugeSpec> OF_HANDLE_TIME =
      List.of(
          figure(HANDLE, HANDLE_HELP, "quantile", "", Family.HANDLE_TIME, "aht"),
          figure(HANDLE, HANDLE_HELP, "quantile", "0.5", Family.HANDLE_TIME, "p50"),
          figure(HANDLE, HANDLE_HELP, "quantile", "0.9", Family.HANDLE_TIME, "p90"),
          figure(HANDLE, HANDLE_HELP, "quantile", "0.95", Family.HANDLE_TIME, "p95"),
          figure(HANDLE, HANDLE_HELP, "quantile", "0.99", Family.HANDLE_TIME, "p99"),
          figure(PART, PART_HELP, "part", "talk", Family.HANDLE_TIME, "talk"),
          figure(PART, PART_HELP, "part", "hold", Family.HANDLE_TIME, "hold"),
          figure(PART, PART_HELP, "part", "acw", Family.HANDLE_TIME, "acw"),
          count("contact_roi_handled_legs", "Handled legs", "", "", HandleTime.HANDLED_LEGS));

  private static final List<GaugeSpec> OF_SERVICE_LEVEL =
      List.of(
          figure(
              "contact_roi_service_level_ratio",
              "Visits answered in time / (answered + long abandons)",
              "",
              "",
              Family.SERVICE_LEVEL,
              "service_level"),
          figure(
              "contact_roi_abandon_ratio",
              "Long abandons / (answered + long abandons)",
              "",
              "",
              Family.SERVICE_LEVEL,
              "abandon_rate"),
          figure(
              "contact_roi_speed_of_answer_seconds",
              "Average wait of answered visits",
              "",
              "",
              Family.SERVICE_LEVEL,
              "asa"),
          figure(WAIT, WAIT_HELP, "quantile", "0.5", Family.SERVICE_LEVEL, "p50"),
          figure(WAIT, WAIT_HELP, "quantile", "0.9", Family.SERVICE_LEVEL, "p90"),
          figure(WAIT, WAIT_HELP, "quantile", "0.95", Family.SERVICE_LEVEL, "p95"),
          count(VISITS, VISITS_HELP, "outcome", "answered", ServiceLevel.ANSWERED),
          count(VISITS, VISITS_HELP, "outcome", "answered_in_time", ServiceLevel.ANSWERED_IN_TIME),
          count(VISITS, VISITS_HELP, "outcome", "short_abandon", ServiceLevel.SHORT_ABANDONS),
          count(VISITS, VISITS_HELP, "outcome", "long_abandon", ServiceLevel.LONG_ABANDONS),
          count(VISITS, VISITS_HELP, "outcome", "other", ServiceLevel.OTHER_OUTCOMES));

  private static final List<GaugeSpec> OF_CONTAINMENT = containment();

  private static final List<GaugeSpec> OF_FIRST_CONTACT_RESOLUTION =
      List.of(
          figure(FCR, FCR_HELP, "kind", "no_repeat", Family.FIRST_CONTACT_RESOLUTION, "fcr"),
          figure(FCR, FCR_HELP, "kind", "survey", Family.FIRST_CONTACT_RESOLUTION, "fcr_survey"),
          figure(
              FCR,
              FCR_HELP,
              "kind",
              "agent_flag",
              Family.FIRST_CONTACT_RESOLUTION,
              "fcr_agent_flag"),
          figure(
              "contact_roi_repeat_ratio",
              "Repeats / inbound interactions of identified customers",
              "",
              "",
              Family.FIRST_CONTACT_RESOLUTION,
              "repeat_rate"),
          figure(
              "contact_roi_contacts_per_issue",
              "Inbound interactions per identified episode",
              "",
              "",
              Family.FIRST_CONTACT_RESOLUTION,
              "contacts_per_issue"),
          count(EPISODES, EPISODES_HELP, "kind", "all", FirstContactResolution.EPISODES),
          count(EPISODES, EPISODES_HELP, "kind", "identified", FirstContactResolution.IDENTIFIED),
          count(EPISODES, EPISODES_HELP, "kind", "eligible", FirstContactResolution.ELIGIBLE),
          count(
              EPISODES,
              EPISODES_HELP,
              "kind",
              "resolved_first_contact",
              FirstContactResolution.RESOLVED_FIRST_CONTACT));

  private static final List<GaugeSpec> OF_VOLUME =
      List.of(
          count(INTERACTIONS, INTERACTIONS_HELP, "kind", "inbound", Volume.INBOUND),
          count(INTERACTIONS, INTERACTIONS_HELP, "kind", "outbound", Volume.OUTBOUND),
          count(INTERACTIONS, INTERACTIONS_HELP, "kind", "human", Volume.HANDLED_BY_HUMAN),
          count(INTERACTIONS, INTERACTIONS_HELP, "kind", "bot_only", Volume.BOT_ONLY),
          count(INTERACTIONS, INTERACTIONS_HELP, "kind", "none", Volume.HANDLED_BY_NONE),
          count(INTERACTIONS, INTERACTIONS_HELP, "kind", "excluded", Volume.EXCLUDED),
          figure(
              "contact_roi_transfer_ratio",
              "Completed agent transfers per handled leg",
              "",
              "",
              Family.VOLUME,
              "transfer_rate"));

  /** The gauges of a family. */
  static List<GaugeSpec> of(Family family) {
    return switch (family) {
      case HANDLE_TIME -> OF_HANDLE_TIME;
      case SERVICE_LEVEL -> OF_SERVICE_LEVEL;
      case CONTAINMENT -> OF_CONTAINMENT;
      case FIRST_CONTACT_RESOLUTION -> OF_FIRST_CONTACT_RESOLUTION;
      case VOLUME -> OF_VOLUME;
      case SAVING, COST, EXPERIENCE, SALES, OCCUPANCY -> List.of();
    };
  }

  private static List<GaugeSpec> containment() {
    List<GaugeSpec> specs = new ArrayList<>();
    String[][] ratios = {
      {"technical", "containment_technical"},
      {"settled", "containment_settled"},
      {"confirmed", "confirmed"},
      {"handoff", "handoff_rate"},
      {"involvement", "involvement"},
      {"automation", "automation"}
    };
    for (String[] ratio : ratios) {
      specs.add(figure(CONTAINED, CONTAINED_HELP, "kind", ratio[0], Family.CONTAINMENT, ratio[1]));
    }
    List<Measure> classes =
        List.of(
            Containment.HANDED_OFF,
            Containment.ABANDONED_UNANSWERED,
            Containment.FAILED_REPEAT,
            Containment.RESOLVED_CONFIRMED,
            Containment.RESOLVED_ASSUMED);
    for (Measure ladderClass : classes) {
      specs.add(count(SESSIONS, SESSIONS_HELP, "class", ladderClass.fieldName(), ladderClass));
    }
    return List.copyOf(specs);
  }

  private static GaugeSpec figure(
      String name, String help, String label, String labelValue, Family family, String figure) {
    Figure found =
        Figure.of(family).stream().filter(f -> f.name().equals(figure)).findFirst().orElseThrow();
    double units = found.unit() == Figure.Unit.MILLISECONDS ? 1_000 : 1;
    return new GaugeSpec(name, help, label, labelValue, found::from, units);
  }

  private static GaugeSpec count(
      String name, String help, String label, String labelValue, Measure measure) {
    return new GaugeSpec(name, help, label, labelValue, t -> new Ratio(t.get(measure), 1), 1);
  }
}
