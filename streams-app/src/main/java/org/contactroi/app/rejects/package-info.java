/** Commands {@code rejects} and {@code dead-letters}: what was refused, and its second try. */
@NullMarked
package org.contactroi.app.rejects;

import org.jspecify.annotations.NullMarked;
