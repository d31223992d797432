package org.contactroi.simulator.ledger;

import org.contactroi.events.SurveyKind;

/**
 * A survey was offered.
 *
 * @param contact tenant and interaction
 * @param at when
 * @param id id of the survey within the interaction
 * @param kind what it asks
 */
public record SurveyOffer(ContactId contact, long at, String id, SurveyKind kind) {}
