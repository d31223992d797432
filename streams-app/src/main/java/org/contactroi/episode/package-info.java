/**
 * The episode: the interactions of one customer about one thing.
 *
 * <ul>
 *   <li>a new episode begins when start &gt; latest end + W, or start &gt; first start + 60 d
 *   <li>an episode keeps the W and the match of the version valid at its first start; of several
 *       episodes that take an interaction in, it joins the one begun last
 *   <li>contacts = inbound members, and reopenings by the customer after something was handled
 *   <li>repeats = contacts of identified episodes other than the first
 *   <li>resolved at first contact = no contact follows the first handled inbound member
 * </ul>
 *
 * <p>Times are UTC milliseconds since the epoch, durations milliseconds.
 */
@NullMarked
package org.contactroi.episode;

import org.jspecify.annotations.NullMarked;
