@NullMarked
package org.contactroi.simulator.truth;

import org.jspecify.annotations.NullMarked;
