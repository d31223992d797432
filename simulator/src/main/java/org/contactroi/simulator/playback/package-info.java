/**
 * Playback of recorded calls: files with one row per call, 17 tab-separated fields and stage times
 * of one second, as collected in the call center of an Israeli bank in 1999 by I. Guedj and A.
 * Mandelbaum (Technion, Service Enterprise Engineering).
 *
 * <p>Each row becomes the events of one interaction. Self-service calls that never asked for an
 * agent were not recorded, so the share of calls that ended in the voice response unit (VRU) is not
 * that bank's containment.
 */
@NullMarked
package org.contactroi.simulator.playback;

import org.jspecify.annotations.NullMarked;
