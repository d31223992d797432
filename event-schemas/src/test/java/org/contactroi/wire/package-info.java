@NullMarked
package org.contactroi.wire;

import org.jspecify.annotations.NullMarked;
