/** From events to interactions: facts, contributions to KPIs and members of episodes. */
@NullMarked
package org.contactroi.topology.interaction;

import org.jspecify.annotations.NullMarked;
