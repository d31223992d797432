/** An event as the domain knows it, with its choices. */
@NullMarked
package org.contactroi.interaction.event;

import org.jspecify.annotations.NullMarked;
