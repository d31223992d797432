package org.contactroi.agent;

import org.jspecify.annotations.Nullable;

/**
 * What an agent answered to a survey; of several answers to one the last counts.
 *
 * @param eventId identity within the agent
 * @param at event time, UTC ms
 * @param sourceSystem system that sent it
 * @param sourceSeq its sequence number there, if any
 * @param surveyId identity of the survey within the agent
 * @param satisfaction hundredths of a point, 0 to 10 000
 */
public record AgentAnswer(
    String eventId,
    long at,
    String sourceSystem,
    @Nullable Long sourceSeq,
    String surveyId,
    long satisfaction)
    implements AgentMoment {}
