/** When things happen in a center: what is planned, and the time at a place. */
@NullMarked
package org.contactroi.simulator.center.time;

import org.jspecify.annotations.NullMarked;
