/** Tests of the package. */
@NullMarked
package org.contactroi.benchmarks.live;

import org.jspecify.annotations.NullMarked;
