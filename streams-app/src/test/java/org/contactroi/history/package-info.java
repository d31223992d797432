/** Histories of contact centers that go wrong in every way they can, from a seed. */
@NullMarked
package org.contactroi.history;

import org.jspecify.annotations.NullMarked;
