/**
 * How agents spend their time: occupancy and what it is made of, by hour and team.
 *
 * <ul>
 *   <li>handling = the union of [start, settle) of the agent's legs
 *   <li>idle = time in a state that takes work - handling
 *   <li>paid = time in a state that is paid
 *   <li>effort = effort of each leg, in proportion to the part of [start, settle) in the hour
 *   <li>occupancy = handling / (handling + idle); concurrency = effort / handling; utilisation =
 *       handling / paid
 * </ul>
 */
@NullMarked
package org.contactroi.agent;

import org.jspecify.annotations.NullMarked;
