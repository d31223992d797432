@NullMarked
package org.contactroi.yaml;

import org.jspecify.annotations.NullMarked;
