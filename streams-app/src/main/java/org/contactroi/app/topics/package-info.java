/** The topics: made as they should be, and read to their ends. */
@NullMarked
package org.contactroi.app.topics;

import org.jspecify.annotations.NullMarked;
