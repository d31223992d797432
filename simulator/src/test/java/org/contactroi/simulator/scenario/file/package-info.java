/** Tests of this package. */
@NullMarked
package org.contactroi.simulator.scenario.file;

import org.jspecify.annotations.NullMarked;
