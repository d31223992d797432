/** All formats that are known, files of any of them as one source, and the command that does so. */
@NullMarked
package org.contactroi.simulator.input;

import org.jspecify.annotations.NullMarked;
