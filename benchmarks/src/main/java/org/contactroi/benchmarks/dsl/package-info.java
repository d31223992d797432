/**
 * A program of Kafka Streams as its documentation teaches, which counts two families of the
 * pipeline's ten: the measure of what the least would cost.
 */
@NullMarked
package org.contactroi.benchmarks.dsl;

import org.jspecify.annotations.NullMarked;
