/**
 * The episode: the interactions of one customer about one thing.
 *
 * <p>Times are UTC milliseconds since the epoch, durations milliseconds.
 */
@NullMarked
package org.contactroi.episode;

import org.jspecify.annotations.NullMarked;
