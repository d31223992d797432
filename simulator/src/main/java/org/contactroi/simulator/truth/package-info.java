/**
 * The true figures of a simulated center: the totals of every family, slice, hour and day, computed
 * from what the ledger is told, by the definitions of the KPI page, and from what it is told to be
 * wrong with the events. No event is looked at. What is told of a contact is an {@link
 * org.contactroi.simulator.truth.Account}; those of its moments that systems report, cut where they
 * fall silent, are the interactions as they are to be counted: {@link
 * org.contactroi.simulator.truth.Chapter}s.
 *
 * <p>It is made to be read and checked, not to be fast, and keeps every contact until the end.
 * Times are milliseconds since the epoch, durations are milliseconds.
 */
@NullMarked
package org.contactroi.simulator.truth;

import org.jspecify.annotations.NullMarked;
