/** Tests of this package. */
@NullMarked
package org.contactroi.simulator.center;

import org.jspecify.annotations.NullMarked;
