/** Answers over HTTP. */
@NullMarked
package org.contactroi.serve.http;

import org.jspecify.annotations.NullMarked;
