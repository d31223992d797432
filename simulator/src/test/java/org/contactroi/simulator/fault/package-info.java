@NullMarked
package org.contactroi.simulator.fault;

import org.jspecify.annotations.NullMarked;
