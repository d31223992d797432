package org.contactroi.simulator.ledger;

/**
 * An agent who was asked about work answered.
 *
 * @param tenant id of the tenant
 * @param agent id of the agent
 * @param survey id of the survey, of which the last answer counts
 */
public record AgentAnswer(
    String tenant, String agent, String survey, long at, SurveyAnswer.Score score) {}
