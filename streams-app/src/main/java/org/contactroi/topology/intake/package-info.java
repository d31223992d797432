/**
 * Events as they are received: decoded, judged, mapped to the domain, or refused and put aside as
 * dead letters.
 */
@NullMarked
package org.contactroi.topology.intake;

import org.jspecify.annotations.NullMarked;
