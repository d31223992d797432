@NullMarked
package org.contactroi.local.screen;

import org.jspecify.annotations.NullMarked;
