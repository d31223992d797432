/**
 * From differences to totals of minutes, hours and days, their KPI records, amounts, status and
 * expiry.
 */
@NullMarked
package org.contactroi.topology.window;

import org.jspecify.annotations.NullMarked;
