/**
 * What stores and repartition topics hold: the encoding of domain values, values of bounded size,
 * and which rules state was computed with.
 */
@NullMarked
package org.contactroi.topology.store;

import org.jspecify.annotations.NullMarked;
