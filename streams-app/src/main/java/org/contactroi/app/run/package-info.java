/** The pipeline and its read side as processes: run, drained, reset. */
@NullMarked
package org.contactroi.app.run;

import org.jspecify.annotations.NullMarked;
