/**
 * The reference data of a scenario as a file for {@code contact-roi reference apply}: its days
 * become dates. It knows how such files are written, and nothing of the pipeline that reads them.
 */
@NullMarked
package org.contactroi.simulator.reference;

import org.jspecify.annotations.NullMarked;
