package org.contactroi.simulator.ledger;

import org.contactroi.events.OfferOutcome;

/**
 * An agent was asked to take a contact. Told of inbound contacts only: nobody sees who is asked to
 * call back.
 *
 * @param segment id of the leg that follows if the agent takes it
 * @param agent id of the agent
 * @param offered when it began to ring
 */
public record AgentOffer(
    ContactId contact,
    String segment,
    String agent,
    long offered,
    long closed,
    OfferOutcome outcome) {}
