/** What an investment costs and brings besides usage, and the choices of a policy about money. */
@NullMarked
package org.contactroi.roi.ledger;

import org.jspecify.annotations.NullMarked;
