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
 * </ul>
 */
@NullMarked
package org.contactroi.kpi;

import org.jspecify.annotations.NullMarked;
