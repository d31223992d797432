/** What contacts cost before, by channel and issue. */
@NullMarked
package org.contactroi.roi.baseline;

import org.jspecify.annotations.NullMarked;
