/** The screen of a demonstration: what it shows of a return, and its lines in a language. */
@NullMarked
package org.contactroi.local.screen;

import org.jspecify.annotations.NullMarked;
