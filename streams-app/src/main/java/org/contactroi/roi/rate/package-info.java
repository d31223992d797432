/** Rate cards and exchange rates. */
@NullMarked
package org.contactroi.roi.rate;

import org.jspecify.annotations.NullMarked;
