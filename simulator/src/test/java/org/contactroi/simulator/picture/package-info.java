/** Pictures and measurements of simulations, made on request. */
@NullMarked
package org.contactroi.simulator.picture;

import org.jspecify.annotations.NullMarked;
