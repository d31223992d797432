/**
 * What stands behind one published total: the facts that contribute to it, each with its part.
 *
 * <p>Contributions are pure functions of a fact, so they can be taken again from what is published.
 * The sum over the newest facts of a tenant, cut to a family, a slice value and a window, is the
 * total of that window to the last unit; a difference is a defect, or the topology at work.
 */
@NullMarked
package org.contactroi.explain;

import org.jspecify.annotations.NullMarked;
