/** What published hours and days of a tenant are worth, and what its days sum to. */
@NullMarked
package org.contactroi.roi.valuation;

import org.jspecify.annotations.NullMarked;
