/** The report of a tenant, made of what is published. */
@NullMarked
package org.contactroi.app.report;

import org.jspecify.annotations.NullMarked;
