/**
 * The families of KPIs, one class each, and their registry. A class states everything about its
 * family: what a fact contributes, the figures with their formulas, the gauges, the slices and when
 * its totals settle.
 */
@NullMarked
package org.contactroi.kpi.family;

import org.jspecify.annotations.NullMarked;
