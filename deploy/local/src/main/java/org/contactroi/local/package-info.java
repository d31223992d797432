/**
 * The local stack: a real broker and a real schema registry on this machine, over one data folder,
 * started and stopped by one command.
 */
@NullMarked
package org.contactroi.local;

import org.jspecify.annotations.NullMarked;
