/** Tests of the package. */
@NullMarked
package org.contactroi.benchmarks.process;

import org.jspecify.annotations.NullMarked;
