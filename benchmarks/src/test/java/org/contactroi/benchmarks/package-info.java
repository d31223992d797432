/** Tests of the package. */
@NullMarked
package org.contactroi.benchmarks;

import org.jspecify.annotations.NullMarked;
