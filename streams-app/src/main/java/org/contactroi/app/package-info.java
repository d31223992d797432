/**
 * The command line: configuration, commands and their life cycle.
 *
 * <p>Configuration is parsed once into {@link org.contactroi.app.AppConfig}. Precedence, lowest
 * first: defaults, properties file, environment, command line.
 */
@NullMarked
package org.contactroi.app;

import org.jspecify.annotations.NullMarked;
