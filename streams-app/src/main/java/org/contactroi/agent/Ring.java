package org.contactroi.agent;

import org.contactroi.interaction.event.OfferOutcome;
import org.jspecify.annotations.Nullable;

/**
 * An offer to an agent.
 *
 * @param queue of the leg, the visit or the interaction it was for
 * @param closed UTC ms
 * @param length how long it rang, ms; null when its begin was not seen
 */
public record Ring(String queue, long closed, OfferOutcome outcome, @Nullable Long length) {}
