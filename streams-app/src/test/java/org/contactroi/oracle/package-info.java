/**
 * The oracle: every total of every family from a list of accepted events, computed by a slow and
 * obvious batch program. It shares nothing with the product but the contracts, so that the two do
 * not share a mistake. What an interaction was is found out here; what it adds to which total is
 * counted as for the truth of a simulation, by {@code org.contactroi.simulator.count}.
 */
@NullMarked
package org.contactroi.oracle;

import org.jspecify.annotations.NullMarked;
