/** From the set of events to the interactions they tell of. */
@NullMarked
package org.contactroi.interaction.fold;

import org.jspecify.annotations.NullMarked;
