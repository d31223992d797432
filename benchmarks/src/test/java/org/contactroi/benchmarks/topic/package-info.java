/** Tests of the package. */
@NullMarked
package org.contactroi.benchmarks.topic;

import org.jspecify.annotations.NullMarked;
