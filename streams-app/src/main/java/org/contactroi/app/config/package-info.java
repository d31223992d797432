/**
 * What is set, parsed once into {@link org.contactroi.app.config.AppConfig}. Precedence, lowest
 * first: defaults, properties file, environment, command line.
 */
@NullMarked
package org.contactroi.app.config;

import org.jspecify.annotations.NullMarked;
