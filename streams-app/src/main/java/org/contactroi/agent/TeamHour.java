package org.contactroi.agent;

/**
 * Where an agent's time is added up: an hour of the tenant's calendar and the team of the agent.
 *
 * @param hour start of the hour, UTC ms
 */
public record TeamHour(long hour, String team) {}
