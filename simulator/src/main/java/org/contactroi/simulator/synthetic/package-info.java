/**
 * Simulated interactions of one tenant: seeded arrivals of calls and chats that meet a bot or an
 * IVR first and, where it does not help, a queue and agents. Waiting and talking are drawn from
 * distributions; agents are not simulated as servers, so waiting does not follow from staffing.
 *
 * <p>The same seed and options give the same events on every machine: numbers come from {@link
 * java.util.SplittableRandom} and {@link StrictMath} alone, and nothing depends on the order of a
 * hash table.
 */
@NullMarked
package org.contactroi.simulator.synthetic;

import org.jspecify.annotations.NullMarked;
