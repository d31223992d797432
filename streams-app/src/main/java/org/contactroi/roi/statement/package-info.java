/** Sums of days: horizons, payback and scores. */
@NullMarked
package org.contactroi.roi.statement;

import org.jspecify.annotations.NullMarked;
