/** A published figure and all that contributes to it. */
@NullMarked
package org.contactroi.app.explain;

import org.jspecify.annotations.NullMarked;
