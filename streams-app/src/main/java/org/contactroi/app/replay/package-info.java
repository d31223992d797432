/** Commands of {@code replay}: the same events counted again, beside the live figures. */
@NullMarked
package org.contactroi.app.replay;

import org.jspecify.annotations.NullMarked;
