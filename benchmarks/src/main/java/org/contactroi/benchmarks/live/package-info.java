/** Measures how long an event takes to become a figure that others can read. */
@NullMarked
package org.contactroi.benchmarks.live;

import org.jspecify.annotations.NullMarked;
