/**
 * How agents spend their time, what they were offered and what they say, by hour and team.
 * Occupancy is made of:
 *
 * <ul>
 *   <li>handling = the union of [start, settle) of the agent's legs
 *   <li>idle = time in a state that takes work - handling
 *   <li>paid = time in a state that is paid
 *   <li>effort = effort of each leg, in proportion to the part of [start, settle) in the hour
 *   <li>occupancy = handling / (handling + idle); concurrency = summed [start, settle) of the legs
 *       / handling; utilisation = handling / paid
 * </ul>
 */
@NullMarked
package org.contactroi.agent;

import org.jspecify.annotations.NullMarked;
