/** Tests of this package. */
@NullMarked
package org.contactroi.simulator.playback;

import org.jspecify.annotations.NullMarked;
