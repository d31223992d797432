/** Benchmarks of pure functions that run for every event, by JMH. */
@NullMarked
package org.contactroi.benchmarks.functions;

import org.jspecify.annotations.NullMarked;
