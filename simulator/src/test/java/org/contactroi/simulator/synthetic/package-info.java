/** Tests of this package. */
@NullMarked
package org.contactroi.simulator.synthetic;

import org.jspecify.annotations.NullMarked;
