/**
 * What is open now, by slice: contributions of interactions and agents to counts that are current.
 */
@NullMarked
package org.contactroi.topology.live;

import org.jspecify.annotations.NullMarked;
