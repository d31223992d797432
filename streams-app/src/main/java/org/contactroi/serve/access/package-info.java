/** Who may ask what: tokens, and what each allows. */
@NullMarked
package org.contactroi.serve.access;

import org.jspecify.annotations.NullMarked;
