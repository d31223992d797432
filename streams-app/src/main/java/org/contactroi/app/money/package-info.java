/** Published money: stated, asked what if, and measured for a baseline. */
@NullMarked
package org.contactroi.app.money;

import org.jspecify.annotations.NullMarked;
