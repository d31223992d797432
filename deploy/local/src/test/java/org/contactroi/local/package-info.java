@NullMarked
package org.contactroi.local;

import org.jspecify.annotations.NullMarked;
