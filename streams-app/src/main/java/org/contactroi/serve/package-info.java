/**
 * The read side: reads the committed output topics and nothing else, keeps them on disk, and
 * answers Prometheus and HTTP.
 *
 * <p>Gauges are sums over the last 15, 60 and 1 440 whole minutes that end at or before the
 * tenant's watermark; figures are read from those sums as everywhere else. What is undefined is
 * absent.
 */
@NullMarked
package org.contactroi.serve;

import org.jspecify.annotations.NullMarked;
