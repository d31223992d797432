/**
 * Processes that are measured, and what the system says of them: time of processors, memory, files.
 */
@NullMarked
package org.contactroi.benchmarks.process;

import org.jspecify.annotations.NullMarked;
