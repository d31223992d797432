/** Gauges of sliding windows and of statements. */
@NullMarked
package org.contactroi.serve.gauge;

import org.jspecify.annotations.NullMarked;
