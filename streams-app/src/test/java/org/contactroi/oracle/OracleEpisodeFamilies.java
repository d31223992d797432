package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.ResolutionSource;
import org.contactroi.events.SurveyKind;

/** Contributions that depend on the episode. */
final class OracleEpisodeFamilies {

  private OracleEpisodeFamilies() {}

  /** Containment of each member at its own start, and the saving. */
  static List<OracleContribution> ofBotEpisode(OracleEpisode episode) {
    List<OracleContribution> contributions = new ArrayList<>();
    for (OracleInteraction member : episode.members) {
      contributions.add(
          OracleContribution.of(
              member, OracleFamily.CONTAINMENT, member.start, containment(episode, member)));
    }
    // "Savings count episodes whose first interaction is inbound"
    if (episode.first().inbound) {
      contributions.add(ofEpisode(episode, OracleFamily.SAVING, saving(episode)));
    }
    return contributions;
  }

  static OracleContribution ofFcrEpisode(OracleEpisode episode) {
    return ofEpisode(
        episode, OracleFamily.FIRST_CONTACT_RESOLUTION, firstContactResolution(episode));
  }

  /** Episode families: the first interaction's values, the clock its start. */
  private static OracleContribution ofEpisode(
      OracleEpisode episode, OracleFamily family, OracleQuantities quantities) {
    OracleInteraction first = episode.first();
    return OracleContribution.of(first, family, first.start, quantities);
  }

  private static OracleQuantities containment(OracleEpisode episode, OracleInteraction member) {
    OracleQuantities quantities = new OracleQuantities();
    for (OracleSession session : member.sessions) {
      if (member.eligibleForHandoff) {
        quantities
            .add("sessions", 1)
            .add(episode.ladderClass(session, member), 1)
            .add("rejected_by_customer", session.isRejected());
      } else {
        // "counted apart, in no ratio"
        quantities.add("sessions_without_handoff", 1);
      }
    }
    boolean hasSession = !member.sessions.isEmpty();
    quantities
        .add("eligible", member.eligibleForBot)
        .add("involved", member.eligibleForBot && hasSession);
    if (hasSession && member.eligibleForHandoff) {
      quantities.addDay("open_until", episode.openUntil());
    }
    return quantities;
  }

  private static OracleQuantities firstContactResolution(OracleEpisode episode) {
    OracleQuantities quantities =
        new OracleQuantities()
            .add("episodes", 1)
            .add("identified", episode.identified)
            .add("eligible", episode.isEligible())
            .add("resolved_first_contact", episode.isResolvedAtFirstContact())
            .add("identified_inbound", episode.identified ? episode.inbound().size() : 0)
            .add("repeats", episode.repeats());
    for (OracleInteraction member : episode.members) {
      addSurveys(member, quantities);
      addAgentFlag(member, quantities);
    }
    quantities.addDay("open_until", episode.openUntil());
    return quantities;
  }

  private static void addSurveys(OracleInteraction member, OracleQuantities quantities) {
    for (OracleSurvey survey : OracleSurvey.of(member)) {
      if (survey.isAnswered() && survey.asks(SurveyKind.FCR)) {
        quantities.add("survey_answers", 1).add("survey_yes", survey.isTopBox());
      }
    }
  }

  /** "interactions flagged resolved / interactions flagged, last flag each". */
  private static void addAgentFlag(OracleInteraction member, OracleQuantities quantities) {
    Optional<ResolutionAsserted> last =
        OracleEvents.payloads(ResolutionAsserted.class, member.events).stream()
            .filter(says -> says.getSource() == ResolutionSource.AGENT_FLAG)
            .reduce((earlier, later) -> later);
    if (last.isPresent()) {
      quantities.add("agent_flags", 1).add("agent_flag_yes", last.get().getResolved());
    }
  }

  private static OracleQuantities saving(OracleEpisode episode) {
    OracleQuantities quantities = new OracleQuantities();
    List<String> cell = List.of(episode.first().channel.name(), episode.first().issue);
    long handled = episode.inbound().stream().filter(OracleInteraction::hasHandledLeg).count();
    long effort = episode.members.stream().mapToLong(OracleInteraction::effort).sum();
    quantities.addToLine("cells", cell, "episodes", 1);
    quantities.addToLine("cells", cell, "contacts", episode.inbound().size());
    quantities.addToLine("cells", cell, "handled_contacts", handled);
    quantities.addToLine("cells", cell, "effort_ms", effort);
    quantities.addToLine("cells", cell, "resolved", episode.isResolved() ? 1 : 0);
    episode.members.forEach(member -> addUsage(cell, member, quantities));
    quantities.addDay("open_until", episode.openUntil());
    return quantities;
  }

  private static void addUsage(
      List<String> cell, OracleInteraction member, OracleQuantities quantities) {
    OracleUsage.of(member)
        .forEach(
            (resource, byKey) ->
                byKey.forEach(
                    (key, quantity) -> {
                      List<String> line = new ArrayList<>(cell);
                      line.addAll(List.of(resource, key, member.channel.name()));
                      quantities.addToLine("usage", line, "quantity", quantity);
                    }));
  }
}
