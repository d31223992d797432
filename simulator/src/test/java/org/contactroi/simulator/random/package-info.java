/** Tests of this package. */
@NullMarked
package org.contactroi.simulator.random;

import org.jspecify.annotations.NullMarked;
