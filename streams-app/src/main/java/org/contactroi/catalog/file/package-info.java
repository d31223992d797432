/** Reference records as files write them: YAML in, entries and every error with its line out. */
@NullMarked
package org.contactroi.catalog.file;

import org.jspecify.annotations.NullMarked;
