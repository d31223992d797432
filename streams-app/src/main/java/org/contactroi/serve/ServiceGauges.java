package org.contactroi.serve;

import java.util.List;
import org.contactroi.kpi.Containment;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.FirstContactResolution;
import org.contactroi.kpi.HandleTime;
import org.contactroi.kpi.ServiceLevel;
import org.contactroi.kpi.Volume;

/** Gauges of what the center does: handling, waiting, containment, resolution, volume. */
final class ServiceGauges {

  private static final Gauge HANDLE =
      Gauge.of(
          "contact_roi_handle_time_seconds",
          "Handle time of handled legs; average without quantile");
  private static final Gauge PART =
      Gauge.of(
          "contact_roi_handle_time_part_seconds", "Average handle time per handled leg, by part");
  private static final Gauge LEGS = Gauge.of("contact_roi_handled_legs", "Handled legs");
  private static final Gauge SERVICE =
      Gauge.of(
          "contact_roi_service_level_ratio",
          "Visits answered in time / (answered + long abandons)");
  private static final Gauge ABANDONED =
      Gauge.of("contact_roi_abandon_ratio", "Long abandons / (answered + long abandons)");
  private static final Gauge SPEED =
      Gauge.of("contact_roi_speed_of_answer_seconds", "Average wait of answered visits");
  private static final Gauge WAIT = Gauge.of("contact_roi_wait_seconds", "Waiting time of visits");
  private static final Gauge VISITS =
      Gauge.of("contact_roi_visits", "Stays in a queue; answered_in_time is part of answered");
  private static final Gauge CONTAINED =
      Gauge.of("contact_roi_containment_ratio", "Bot containment and what belongs to it");
  private static final Gauge SESSIONS =
      Gauge.of("contact_roi_bot_sessions", "Bot sessions by the class of their outcome");
  private static final Gauge FCR =
      Gauge.of(
          "contact_roi_first_contact_resolution_ratio",
          "First-contact resolution, three ways, never blended");
  private static final Gauge REPEATS =
      Gauge.of(
          "contact_roi_repeat_ratio", "Repeats / inbound interactions of identified customers");
  private static final Gauge PER_ISSUE =
      Gauge.of("contact_roi_contacts_per_issue", "Inbound interactions per identified episode");
  private static final Gauge EPISODES =
      Gauge.of("contact_roi_episodes", "Episodes; kinds include one another");
  private static final Gauge INTERACTIONS =
      Gauge.of(
          "contact_roi_interactions",
          "Ended interactions by direction, by who handled them, begun after hours, and excluded"
              + " ones");
  private static final Gauge MESSAGES =
      Gauge.of("contact_roi_messages", "Messages of ended interactions by author");
  private static final Gauge TRANSFERS =
      Gauge.of("contact_roi_transfers", "Transfers between agents by outcome");
  private static final Gauge TRANSFERRED =
      Gauge.of("contact_roi_transfer_ratio", "Completed agent transfers per handled leg");
  private static final Gauge ASSISTS =
      Gauge.of("contact_roi_assists", "Suggestions of an assistant to agents");
  private static final Gauge ORPHANS =
      Gauge.of("contact_roi_orphans", "Events too far behind their interaction");

  static final List<GaugeSpec> HANDLE_TIME =
      List.of(
          HANDLE.figure(Family.HANDLE_TIME, "aht", "quantile", ""),
          HANDLE.figure(Family.HANDLE_TIME, "p50", "quantile", "0.5"),
          HANDLE.figure(Family.HANDLE_TIME, "p90", "quantile", "0.9"),
          HANDLE.figure(Family.HANDLE_TIME, "p95", "quantile", "0.95"),
          HANDLE.figure(Family.HANDLE_TIME, "p99", "quantile", "0.99"),
          PART.figure(Family.HANDLE_TIME, "talk", "part", "talk"),
          PART.figure(Family.HANDLE_TIME, "hold", "part", "hold"),
          PART.figure(Family.HANDLE_TIME, "acw", "part", "acw"),
          LEGS.scalar(HandleTime.HANDLED_LEGS));

  static final List<GaugeSpec> SERVICE_LEVEL =
      List.of(
          SERVICE.figure(Family.SERVICE_LEVEL, "service_level"),
          ABANDONED.figure(Family.SERVICE_LEVEL, "abandon_rate"),
          SPEED.figure(Family.SERVICE_LEVEL, "asa"),
          WAIT.figure(Family.SERVICE_LEVEL, "p50", "quantile", "0.5"),
          WAIT.figure(Family.SERVICE_LEVEL, "p90", "quantile", "0.9"),
          WAIT.figure(Family.SERVICE_LEVEL, "p95", "quantile", "0.95"),
          VISITS.scalar(ServiceLevel.ANSWERED, "outcome", "answered"),
          VISITS.scalar(ServiceLevel.ANSWERED_IN_TIME, "outcome", "answered_in_time"),
          VISITS.scalar(ServiceLevel.SHORT_ABANDONS, "outcome", "short_abandon"),
          VISITS.scalar(ServiceLevel.LONG_ABANDONS, "outcome", "long_abandon"),
          VISITS.scalar(ServiceLevel.OTHER_OUTCOMES, "outcome", "other"));

  static final List<GaugeSpec> CONTAINMENT =
      List.of(
          CONTAINED.figure(Family.CONTAINMENT, "containment_technical", "kind", "technical"),
          CONTAINED.figure(Family.CONTAINMENT, "containment_settled", "kind", "settled"),
          CONTAINED.figure(Family.CONTAINMENT, "confirmed", "kind", "confirmed"),
          CONTAINED.figure(Family.CONTAINMENT, "handoff_rate", "kind", "handoff"),
          CONTAINED.figure(Family.CONTAINMENT, "involvement", "kind", "involvement"),
          CONTAINED.figure(Family.CONTAINMENT, "automation", "kind", "automation"),
          SESSIONS.scalar(Containment.HANDED_OFF, "class", "handed_off"),
          SESSIONS.scalar(Containment.ABANDONED_UNANSWERED, "class", "abandoned_unanswered"),
          SESSIONS.scalar(Containment.FAILED_REPEAT, "class", "failed_repeat"),
          SESSIONS.scalar(Containment.RESOLVED_CONFIRMED, "class", "resolved_confirmed"),
          SESSIONS.scalar(Containment.RESOLVED_ASSUMED, "class", "resolved_assumed"));

  static final List<GaugeSpec> FIRST_CONTACT_RESOLUTION =
      List.of(
          FCR.figure(Family.FIRST_CONTACT_RESOLUTION, "fcr", "kind", "no_repeat"),
          FCR.figure(Family.FIRST_CONTACT_RESOLUTION, "fcr_survey", "kind", "survey"),
          FCR.figure(Family.FIRST_CONTACT_RESOLUTION, "fcr_agent_flag", "kind", "agent_flag"),
          REPEATS.figure(Family.FIRST_CONTACT_RESOLUTION, "repeat_rate"),
          PER_ISSUE.figure(Family.FIRST_CONTACT_RESOLUTION, "contacts_per_issue"),
          EPISODES.scalar(FirstContactResolution.EPISODES, "kind", "all"),
          EPISODES.scalar(FirstContactResolution.IDENTIFIED, "kind", "identified"),
          EPISODES.scalar(FirstContactResolution.ELIGIBLE, "kind", "eligible"),
          EPISODES.scalar(
              FirstContactResolution.RESOLVED_FIRST_CONTACT, "kind", "resolved_first_contact"));

  static final List<GaugeSpec> VOLUME =
      List.of(
          INTERACTIONS.scalar(Volume.INBOUND, "kind", "inbound"),
          INTERACTIONS.scalar(Volume.OUTBOUND, "kind", "outbound"),
          INTERACTIONS.scalar(Volume.HANDLED_BY_HUMAN, "kind", "human"),
          INTERACTIONS.scalar(Volume.BOT_ONLY, "kind", "bot_only"),
          INTERACTIONS.scalar(Volume.HANDLED_BY_NONE, "kind", "none"),
          INTERACTIONS.scalar(Volume.AFTER_HOURS, "kind", "after_hours"),
          INTERACTIONS.scalar(Volume.EXCLUDED, "kind", "excluded"),
          MESSAGES.scalar(Volume.MESSAGES_CUSTOMER, "author", "customer"),
          MESSAGES.scalar(Volume.MESSAGES_BOT, "author", "bot"),
          MESSAGES.scalar(Volume.MESSAGES_AGENT, "author", "agent"),
          MESSAGES.scalar(Volume.MESSAGES_SYSTEM, "author", "system"),
          TRANSFERRED.figure(Family.VOLUME, "transfer_rate"),
          TRANSFERS.scalar(Volume.TRANSFERS_COMPLETED, "outcome", "completed"),
          TRANSFERS.scalar(Volume.TRANSFERS_FAILED, "outcome", "failed"),
          ASSISTS.scalar(Volume.ASSISTS_OFFERED, "kind", "offered"),
          ASSISTS.scalar(Volume.ASSISTS_ACCEPTED, "kind", "accepted"),
          ORPHANS.scalar(Volume.ORPHANS));

  private ServiceGauges() {}
}
