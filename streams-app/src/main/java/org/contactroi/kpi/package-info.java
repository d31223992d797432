/**
 * Totals, the sufficient statistics of every KPI, and the figures read from them.
 *
 * <p>Totals form a commutative group per family: {@code zero}, {@code plus}, {@code minus}. They
 * are exact integers, so a fact that changes takes its old contribution back to the last unit.
 * Figures are ratios of totals and are taken last:
 *
 * <ul>
 *   <li>AHT = handle time / handled legs; talk, hold and after-contact work share the denominator
 *   <li>service level = answered within T / (answered + long abandons)
 *   <li>abandon rate = long abandons / (answered + long abandons)
 *   <li>ASA = wait of answered visits / answered visits
 *   <li>technical containment = (sessions - handed off) / sessions
 *   <li>settled containment = (resolved assumed + resolved confirmed) / sessions
 *   <li>FCR = episodes resolved at first contact / eligible episodes
 *   <li>repeat rate = repeats / identified inbound interactions
 *   <li>transfer rate = completed agent transfers / handled legs
 *   <li>CSAT = answers in the top box / answers
 *   <li>NPS = 100 (promoters - detractors) / answers, in points
 *   <li>CES = sum of ease in hundredths of a point / (100 answers), in points
 *   <li>response rate = CSAT surveys answered / offered
 *   <li>first response time = sum of times / interactions with a first response
 *   <li>conversion = inbound interactions with a sale that is no refund / inbound interactions
 *   <li>contacts per episode, handled share, effort per handled contact, resolution rate: ratios of
 *       the sums over the cells of saving
 *   <li>effort per interaction = effort of human legs / interactions
 *   <li>occupancy = handling / (handling + available idle)
 *   <li>concurrency = effort / handling
 *   <li>utilisation = handling / paid time
 * </ul>
 */
@NullMarked
package org.contactroi.kpi;

import org.jspecify.annotations.NullMarked;
