/**
 * Publishes events: playback of recorded calls and simulated centers behind one {@link
 * org.contactroi.simulator.EventSource}. A source yields events, a {@link
 * org.contactroi.simulator.Pacer} says when each is due, a {@link
 * org.contactroi.simulator.Publisher} hands them to an {@link org.contactroi.simulator.EventSink}:
 * a cluster or a file. Times of events are UTC instants in milliseconds.
 */
@NullMarked
package org.contactroi.simulator;

import org.jspecify.annotations.NullMarked;
