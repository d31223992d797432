/**
 * Compares the true totals of a simulated center with those a pipeline has published: every key of
 * an hour or a day, measure by measure. It reads the topic of the totals as any other program
 * would, knowing the contracts and nothing of the pipeline.
 */
@NullMarked
package org.contactroi.simulator.verify;

import org.jspecify.annotations.NullMarked;
