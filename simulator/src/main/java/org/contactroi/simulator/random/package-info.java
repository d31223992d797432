/**
 * Random numbers that are the same on every machine and in every version of Java: SplitMix64
 * (Steele, Lea, Flood, 2014), {@link java.lang.StrictMath}, and seeds that come from names.
 *
 * <p>Everything that is drawn belongs to a {@link org.contactroi.simulator.random.Seed} of its own:
 * that of the run, then of the tenant, the customer or contact, and the purpose. A draw more in one
 * place, or an agent more, therefore moves nothing that is drawn elsewhere.
 */
@NullMarked
package org.contactroi.simulator.random;

import org.jspecify.annotations.NullMarked;
