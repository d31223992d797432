/** From events of agents and legs to the occupied time of teams. */
@NullMarked
package org.contactroi.topology.agent;

import org.jspecify.annotations.NullMarked;
