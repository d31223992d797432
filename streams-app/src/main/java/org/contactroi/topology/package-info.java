/**
 * The Kafka Streams topology: stages that turn the set of events into totals and KPI records.
 *
 * <p>Every stage works the same way. {@code process} only notes what arrived, on the heap; right
 * {@linkplain org.contactroi.topology.stage.BeforeCommit before a commit} the stage works on all of
 * it: one read, one computation and one write per interaction, customer or row, however many
 * records touched it. State, forwards and offsets are one transaction, so a crash at any moment
 * loses nothing and counts nothing twice.
 */
@NullMarked
package org.contactroi.topology;

import org.jspecify.annotations.NullMarked;
