/**
 * What is on the broker: events that are read, what programs have written, and when nothing is left
 * to do.
 */
@NullMarked
package org.contactroi.benchmarks.topic;

import org.jspecify.annotations.NullMarked;
