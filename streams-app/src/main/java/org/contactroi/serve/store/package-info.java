/** Reads the topics and keeps what they say on disk. */
@NullMarked
package org.contactroi.serve.store;

import org.jspecify.annotations.NullMarked;
