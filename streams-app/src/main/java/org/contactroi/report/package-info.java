/**
 * The return on an investment as one page: statement, charts, scores, and what they rest on.
 *
 * <p>A page is a function of {@link org.contactroi.report.Facts}: equal facts make equal bytes. It
 * holds no script and refers to nothing outside itself. Charts are drawn by Apache ECharts, which
 * runs here in Rhino, and stand in the page as SVG.
 */
@NullMarked
package org.contactroi.report;

import org.jspecify.annotations.NullMarked;
