/**
 * What figures are computed by, as people decide it: reference records by kind, their keys, their
 * contracts, and how they fit together.
 *
 * <p>A new kind is a constant of {@link org.contactroi.catalog.Kind}, an implementation of {@link
 * org.contactroi.catalog.CatalogEntry}, a branch of {@link org.contactroi.catalog.CatalogRecords},
 * and a section of {@link org.contactroi.catalog.file.CatalogFile}.
 */
@NullMarked
package org.contactroi.catalog;

import org.jspecify.annotations.NullMarked;
