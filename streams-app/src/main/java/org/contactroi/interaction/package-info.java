/**
 * The interaction: what one contact of a customer was, computed from the set of its events.
 *
 * <ul>
 *   <li>talk = end - start - hold; hold = sum of hold ends - sum of hold starts; after-work
 *       likewise
 *   <li>handle = talk + hold + after-work, and dialing + contacting when outbound
 *   <li>effort = (handle - after-work) / live concurrency + after-work, half even
 *   <li>wait = as reported, else max(0, exit - enter)
 *   <li>ease = 10 000 s' / (max - min), half even; top box = 4 s' &gt;= 3 (max - min)
 *   <li>margin = amount x margin share, half even per sale
 *   <li>end = the last one that no reopening follows, else last activity + gap of the channel
 * </ul>
 *
 * <p>Times are UTC milliseconds since the epoch, durations milliseconds, intervals [start, end).
 */
@NullMarked
package org.contactroi.interaction;

import org.jspecify.annotations.NullMarked;
