/**
 * What really happened in a simulated center, told while it happens and before any system observes
 * it. Events are what systems report of it: they may come late, twice, wrong or not at all. A
 * ledger is told everything once and right, so the true figures can be computed without looking at
 * events.
 *
 * <p>Times are event times in milliseconds since the epoch, durations are milliseconds. Something
 * with a length is told when it is over, at its last moment; over all calls these moments never go
 * back. Nothing told is taken back.
 */
@NullMarked
package org.contactroi.simulator.ledger;

import org.jspecify.annotations.NullMarked;
