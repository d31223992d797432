package org.contactroi.simulator.ledger;

import org.contactroi.events.SurveyKind;

/**
 * A survey was offered.
 *
 * @param id id of the survey within the interaction
 */
public record SurveyOffer(ContactId contact, long at, String id, SurveyKind kind) {}
