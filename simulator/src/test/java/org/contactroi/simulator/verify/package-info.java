@NullMarked
package org.contactroi.simulator.verify;

import org.jspecify.annotations.NullMarked;
