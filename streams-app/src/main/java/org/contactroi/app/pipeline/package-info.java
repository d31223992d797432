/** The topology as a process: started, drained, forgotten. */
@NullMarked
package org.contactroi.app.pipeline;

import org.jspecify.annotations.NullMarked;
