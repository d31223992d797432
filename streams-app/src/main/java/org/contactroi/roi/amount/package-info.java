/** Amounts, what has no price, and sums of them. */
@NullMarked
package org.contactroi.roi.amount;

import org.jspecify.annotations.NullMarked;
