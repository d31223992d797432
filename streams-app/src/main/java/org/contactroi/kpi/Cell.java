package org.contactroi.kpi;

/**
 * The smallest place totals are added up in before they are sliced: a family, a minute on its clock
 * and the values of the dimensions.
 *
 * @param minute start of the minute, UTC ms; of the hour for a family {@linkplain
 *     Family#hasMinutes() without minutes}
 * @param policyVersion version of the policy whose slices it falls into
 */
public record Cell(Family family, long minute, Dimensions dimensions, String policyVersion) {}
