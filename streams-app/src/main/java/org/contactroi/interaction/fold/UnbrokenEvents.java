package org.contactroi.interaction.fold;

import java.util.List;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.event.Event;

/**
 * Events between two cutting silences.
 *
 * @param events in event order, never empty
 * @param lastActivity time of the last activity, UTC ms; of the last event when none is activity
 * @param rules those valid at its first event
 * @param orphans events too far behind to belong to it
 */
record UnbrokenEvents(List<Event> events, Rules rules, long lastActivity, long orphans) {}
