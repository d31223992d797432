/**
 * What goes wrong between what happens and the events that arrive: they come twice, late, in
 * another order, with wrong times, corrected, taken back, damaged or not at all. Whatever changes
 * what can be known of a center is declared to the {@link org.contactroi.simulator.ledger.Ledger};
 * whatever does not, as the definitions of the figures say, is not.
 *
 * <p>What befalls an event is drawn from the seed, the interaction and the number of the event, so
 * it does not depend on what befalls others. Single-threaded.
 */
@NullMarked
package org.contactroi.simulator.fault;

import org.jspecify.annotations.NullMarked;
