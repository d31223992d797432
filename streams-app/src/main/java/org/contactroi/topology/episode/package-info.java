/** From interactions to the episodes of a customer, and what these contribute to KPIs. */
@NullMarked
package org.contactroi.topology.episode;

import org.jspecify.annotations.NullMarked;
