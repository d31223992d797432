/** The command that lets a scenario happen, and how its options are written. */
@NullMarked
package org.contactroi.simulator.synthetic;

import org.jspecify.annotations.NullMarked;
