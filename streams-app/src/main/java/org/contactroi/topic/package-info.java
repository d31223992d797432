/** The topics by name, as those who write, read and create them know them. */
@NullMarked
package org.contactroi.topic;

import org.jspecify.annotations.NullMarked;
