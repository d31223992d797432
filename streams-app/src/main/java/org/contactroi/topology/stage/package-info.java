/**
 * What all stages share: noting and working before commits, clocks and how they are held back, what
 * stages tell each other, the reference as a stage knows it, and the settings they are built from.
 */
@NullMarked
package org.contactroi.topology.stage;

import org.jspecify.annotations.NullMarked;
