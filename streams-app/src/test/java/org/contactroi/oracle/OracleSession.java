package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.contactroi.events.BotReport;
import org.contactroi.events.Confirmation;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.SegmentStarted;

/** "consecutive BOT/IVR legs with no visit or human leg between are one session". */
final class OracleSession {

  final List<OracleLeg> legs;
  final boolean handedOff;
  private final Optional<BotReport> report;

  private OracleSession(List<OracleLeg> legs, OracleInteraction interaction) {
    this.legs = legs;
    this.report = lastReport(interaction.events);
    this.handedOff = isHandedOff(interaction);
  }

  static List<OracleSession> of(OracleInteraction interaction) {
    List<OracleSession> sessions = new ArrayList<>();
    List<OracleLeg> together = new ArrayList<>();
    for (OracleLeg leg : interaction.legs) {
      if (leg.isBotOrIvr()) {
        if (!together.isEmpty()
            && isInterrupted(together.get(together.size() - 1), leg, interaction)) {
          sessions.add(new OracleSession(List.copyOf(together), interaction));
          together.clear();
        }
        together.add(leg);
      }
    }
    if (!together.isEmpty()) {
      sessions.add(new OracleSession(List.copyOf(together), interaction));
    }
    return sessions;
  }

  /** Whether a visit or a human leg "begins after the one and not after the other". */
  private static boolean isInterrupted(
      OracleLeg one, OracleLeg next, OracleInteraction interaction) {
    LongPredicate between = begin -> one.start < begin && begin <= next.start;
    return interaction.visits.stream().anyMatch(visit -> between.test(visit.start))
        || interaction.legs.stream().anyMatch(leg -> leg.isHuman() && between.test(leg.start));
  }

  /** "the last `bot` record decides". */
  private Optional<BotReport> lastReport(List<InteractionEvent> events) {
    List<InteractionEvent> reports = new ArrayList<>();
    legs.forEach(leg -> reports.addAll(leg.segment.botReports()));
    return reports.stream()
        .max(Comparator.comparingInt(events::indexOf))
        .map(OracleSegment::botReport);
  }

  /** "if a visit or a human leg of the interaction ends after the session's start". */
  private boolean isHandedOff(OracleInteraction interaction) {
    return interaction.visits.stream().anyMatch(visit -> visit.exit > start())
        || interaction.legs.stream().anyMatch(leg -> leg.isHuman() && leg.end > start());
  }

  long start() {
    return legs.get(0).start;
  }

  /** "fulfilled or POSITIVE implies answered". */
  boolean isAnswered() {
    return isConfirmed() || report.map(BotReport::getAnswered).orElse(false);
  }

  /** The task was completed, or the customer said so. */
  boolean isConfirmed() {
    return report.map(BotReport::getFulfilled).orElse(false)
        || confirmation() == Confirmation.POSITIVE;
  }

  boolean isRejected() {
    return confirmation() == Confirmation.NEGATIVE;
  }

  private Confirmation confirmation() {
    return report.map(BotReport::getConfirmed).orElse(Confirmation.NONE);
  }

  /** "the last version its legs name, else the last id", else unknown. */
  String bot() {
    return lastOfLegs(leg -> leg.segment.stated(SegmentStarted::getBotVersion))
        .or(() -> lastOfLegs(leg -> leg.segment.stated(SegmentStarted::getParticipantId)))
        .orElse("unknown");
  }

  private Optional<String> lastOfLegs(Function<OracleLeg, Optional<String>> value) {
    return legs.stream().map(value).flatMap(Optional::stream).reduce((earlier, later) -> later);
  }
}
