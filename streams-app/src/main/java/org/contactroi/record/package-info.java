/** What is published, translated between the contracts and the domain: each way once. */
@NullMarked
package org.contactroi.record;

import org.jspecify.annotations.NullMarked;
