/**
 * Scenario files: YAML 1.2, read once and completely, so that every error is reported, each as
 * {@code file:line: what, value, allowed}.
 */
@NullMarked
package org.contactroi.simulator.scenario.file;

import org.jspecify.annotations.NullMarked;
