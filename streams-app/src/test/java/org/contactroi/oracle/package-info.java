/**
 * The oracle: every total of every family from a list of accepted events, computed by a slow and
 * obvious batch program. It shares nothing with the product but the contracts, so that the two do
 * not share a mistake.
 */
@NullMarked
package org.contactroi.oracle;

import org.jspecify.annotations.NullMarked;
