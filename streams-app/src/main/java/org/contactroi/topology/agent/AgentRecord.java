package org.contactroi.topology.agent;

import org.contactroi.agent.AgentAnswer;
import org.contactroi.agent.AgentState;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.AgentSurveyAnswered;
import org.contactroi.interaction.ScaledScore;
import org.contactroi.topology.stage.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An accepted event of an agent.
 *
 * @param at event time, UTC ms
 * @param state what it says; null when it is retracted, a test or of something else
 * @param stateName the state as its source names it; null when it says none
 * @param answer what it says; null when it is retracted, a test or of something else
 */
record AgentRecord(
    String eventId,
    long at,
    Revision revision,
    @Nullable AgentState state,
    @Nullable String stateName,
    @Nullable AgentAnswer answer) {

  static AgentRecord of(byte[] wire, AgentEvent event) {
    boolean counts = !event.getRetracted() && !event.getIsTest();
    return new AgentRecord(
        event.getEventId(),
        event.getOccurredAt().toEpochMilli(),
        new Revision(event.getRevision(), event.getRetracted(), wire),
        counts ? state(event) : null,
        counts && event.getPayload() instanceof AgentStateChanged changed
            ? changed.getState()
            : null,
        counts ? answer(event) : null);
  }

  private static @Nullable AgentState state(AgentEvent event) {
    return event.getPayload() instanceof AgentStateChanged changed
        ? new AgentState(
            event.getEventId(),
            event.getOccurredAt().toEpochMilli(),
            event.getSourceSystem(),
            event.getSourceSeq(),
            changed.getTeam(),
            changed.getRoutable(),
            changed.getPaid())
        : null;
  }

  private static @Nullable AgentAnswer answer(AgentEvent event) {
    if (!(event.getPayload() instanceof AgentSurveyAnswered answered)) {
      return null;
    }
    ScaledScore score =
        ScaledScore.of(
            answered.getScore(),
            answered.getScaleMin(),
            answered.getScaleMax(),
            answered.getHigherIsBetter());
    return new AgentAnswer(
        event.getEventId(),
        event.getOccurredAt().toEpochMilli(),
        event.getSourceSystem(),
        event.getSourceSeq(),
        answered.getSurveyId(),
        score.ease());
  }
}
