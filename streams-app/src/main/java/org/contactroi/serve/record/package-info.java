/** Records of the output topics as the read side sees them. */
@NullMarked
package org.contactroi.serve.record;

import org.jspecify.annotations.NullMarked;
