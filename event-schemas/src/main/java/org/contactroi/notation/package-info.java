/** What people write in configuration, files and options, and what they probably meant. */
@NullMarked
package org.contactroi.notation;

import org.jspecify.annotations.NullMarked;
