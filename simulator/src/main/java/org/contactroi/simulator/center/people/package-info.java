/**
 * Who customers and agents are. None is kept: each is drawn again from a number, in every run
 * alike.
 */
@NullMarked
package org.contactroi.simulator.center.people;

import org.jspecify.annotations.NullMarked;
