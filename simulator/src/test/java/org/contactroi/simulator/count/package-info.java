@NullMarked
package org.contactroi.simulator.count;

import org.jspecify.annotations.NullMarked;
