/**
 * The Kafka Streams topology: stages that turn the set of events into totals and KPI records.
 *
 * <p>Every stage works the same way. {@code process} only notes what arrived in a logged {@link
 * org.contactroi.topology.stage.Inbox}; a wall-clock punctuation then works on everything noted
 * since the last one: one read, one computation and one write per interaction, customer or window,
 * however many records touched it. Inbox, state, forwards and offsets are one transaction, so a
 * crash at any moment loses nothing and counts nothing twice.
 */
@NullMarked
package org.contactroi.topology;

import org.jspecify.annotations.NullMarked;
