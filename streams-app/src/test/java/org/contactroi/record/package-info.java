@NullMarked
package org.contactroi.record;

import org.jspecify.annotations.NullMarked;
