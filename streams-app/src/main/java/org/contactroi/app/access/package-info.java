/** The command that makes tokens for those who ask {@code serve}. */
@NullMarked
package org.contactroi.app.access;

import org.jspecify.annotations.NullMarked;
