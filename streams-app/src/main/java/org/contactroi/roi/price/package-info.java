/** Quantities of totals in money: usage, savings and sales. */
@NullMarked
package org.contactroi.roi.price;

import org.jspecify.annotations.NullMarked;
