@NullMarked
package org.contactroi.simulator.format;

import org.jspecify.annotations.NullMarked;
