package org.contactroi.interaction;

import org.jspecify.annotations.Nullable;

/**
 * What others say about the resolution; never blended with the figures of episodes.
 *
 * @param surveyYes FCR surveys answered with resolved (top box), last answer per survey
 * @param surveyAnswers FCR surveys answered
 * @param agentFlag last flag of an agent, if any
 */
public record ResolutionSignals(long surveyYes, long surveyAnswers, @Nullable Boolean agentFlag) {}
