/** The run that is no replay, its replays, and which of them is official. */
@NullMarked
package org.contactroi.app.runs;

import org.jspecify.annotations.NullMarked;
