@NullMarked
package org.contactroi.simulator.center.time;

import org.jspecify.annotations.NullMarked;
