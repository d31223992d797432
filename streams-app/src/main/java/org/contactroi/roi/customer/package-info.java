/** Customers won and lost by month. */
@NullMarked
package org.contactroi.roi.customer;

import org.jspecify.annotations.NullMarked;
