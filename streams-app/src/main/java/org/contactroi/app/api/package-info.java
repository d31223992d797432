/** What the API answers by reading topics when it is asked: commands, and single contacts. */
@NullMarked
package org.contactroi.app.api;

import org.jspecify.annotations.NullMarked;
