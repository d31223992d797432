/**
 * The interaction: what one contact of a customer was, computed from the set of its events.
 *
 * <p>Times are UTC milliseconds since the epoch, durations milliseconds, intervals [start, end).
 */
@NullMarked
package org.contactroi.interaction;

import org.jspecify.annotations.NullMarked;
