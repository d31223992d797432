/**
 * Formats of files of events: an {@link org.contactroi.simulator.format.EventFormat} recognises its
 * files and reads them. Files may be gzip.
 */
@NullMarked
package org.contactroi.simulator.format;

import org.jspecify.annotations.NullMarked;
