/** From events of customers to the months they begin and end in. */
@NullMarked
package org.contactroi.topology.customer;

import org.jspecify.annotations.NullMarked;
