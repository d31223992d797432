/** The page that people look at: files as they are, which ask the API. */
@NullMarked
package org.contactroi.serve.page;

import org.jspecify.annotations.NullMarked;
