@NullMarked
package org.contactroi.notation;

import org.jspecify.annotations.NullMarked;
