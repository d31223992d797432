/**
 * Events written by hand: JSON Lines, one event a line. What a line may hold follows from the
 * schemas of the contracts alone, so a new payload or field is read as soon as they have it.
 */
@NullMarked
package org.contactroi.simulator.format.lines;

import org.jspecify.annotations.NullMarked;
