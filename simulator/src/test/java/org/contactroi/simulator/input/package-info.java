@NullMarked
package org.contactroi.simulator.input;

import org.jspecify.annotations.NullMarked;
