@NullMarked
package org.contactroi.simulator.format.lines;

import org.jspecify.annotations.NullMarked;
