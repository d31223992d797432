/** Tests of this package. */
@NullMarked
package org.contactroi.simulator;

import org.jspecify.annotations.NullMarked;
