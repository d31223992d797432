/** Reference files held against what is published, and published. */
@NullMarked
package org.contactroi.app.reference;

import org.jspecify.annotations.NullMarked;
