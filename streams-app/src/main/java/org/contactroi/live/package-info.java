/**
 * What is open now: a group of counts by slice. Each contribution is added when it begins and taken
 * away when it ends, is taken back or expires; what is left is a function of the set of events and
 * the event time reached.
 */
@NullMarked
package org.contactroi.live;

import org.jspecify.annotations.NullMarked;
