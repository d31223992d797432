/** Published KPIs as a table. */
@NullMarked
package org.contactroi.app.kpis;

import org.jspecify.annotations.NullMarked;
