/**
 * The simulated center: a discrete-event simulation. Contacts arrive as a Poisson process whose
 * rate follows hour, weekday, month, holidays and incidents (thinning, Lewis and Shedler 1979);
 * they meet bots, wait for agents in queues with priorities, lose patience, are talked to, handed
 * over, and come back if nobody helped. Agents have skills, shifts, breaks and a number of chats
 * they hold at once. Nothing about waiting is drawn: waits, service level and occupancy follow from
 * demand, patience and staffing.
 *
 * <p>Everything happens in the order of one {@link org.contactroi.simulator.center.Calendar}, at
 * its own time: no event is made before the moment it occurs, so memory depends on how much is
 * going on and not on how long it has gone on. What happens is told to the {@link
 * org.contactroi.simulator.ledger.Ledger} and becomes events.
 *
 * <p>Times are milliseconds since the epoch, durations are milliseconds. Single-threaded.
 */
@NullMarked
package org.contactroi.simulator.center;

import org.jspecify.annotations.NullMarked;
