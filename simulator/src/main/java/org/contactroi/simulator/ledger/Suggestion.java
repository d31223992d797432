package org.contactroi.simulator.ledger;

/**
 * An assistant suggested something to an agent.
 *
 * @param feature feature of the assistant
 * @param isAccepted whether the agent used it
 */
public record Suggestion(ContactId contact, long at, String feature, boolean isAccepted) {}
