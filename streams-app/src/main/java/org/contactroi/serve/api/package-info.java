/** Version 1 of the API: what the store of {@code serve} knows, as JSON and CSV. */
@NullMarked
package org.contactroi.serve.api;

import org.jspecify.annotations.NullMarked;
