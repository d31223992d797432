/** From hours and days to the statements of return on investment. */
@NullMarked
package org.contactroi.topology.statement;

import org.jspecify.annotations.NullMarked;
