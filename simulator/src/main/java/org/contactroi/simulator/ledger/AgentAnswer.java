package org.contactroi.simulator.ledger;

/**
 * An agent answered a survey of satisfaction.
 *
 * @param tenant id of the tenant
 * @param agent id of the agent
 * @param at when
 * @param survey id of the survey
 * @param score the answer
 */
public record AgentAnswer(
    String tenant, String agent, long at, String survey, SurveyAnswer.Score score) {}
