/** The pipeline and its read side as processes: commands run, serve, reset. */
@NullMarked
package org.contactroi.app.run;

import org.jspecify.annotations.NullMarked;
