/**
 * Measures the pipeline as a whole, by the command {@code bench}: what is measured in which rounds,
 * and what is told of it.
 */
@NullMarked
package org.contactroi.benchmarks;

import org.jspecify.annotations.NullMarked;
