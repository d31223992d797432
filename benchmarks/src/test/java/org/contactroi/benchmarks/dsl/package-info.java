/** Tests of the package. */
@NullMarked
package org.contactroi.benchmarks.dsl;

import org.jspecify.annotations.NullMarked;
